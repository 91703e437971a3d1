-- Copies: the signature of a text is made where the text is read, and is staged with it. The load makes one anew only where a line of
-- the text is no evidence. And what costs less than before: staged rows are not compressed, since they are read once, soon; the keys have
-- no constraint to look up before each is put in, since loads take turns and put in what they have taken out.

truncate staging.article;
alter table staging.article
add column said_hash bytea not null,
add column signature_keys bigint[] not null,
add column signature_sketch bytea not null,
add column credits text[] not null;
alter table staging.article set (toast_tuple_target = 8160);
comment on column staging.article.said_hash is 'SHA-256 over all that the record says, the whole body among it.';
comment on column staging.article.signature_keys is 'As in warehouse.story_signature, of the whole text.';
comment on column staging.article.signature_sketch is 'As sketch in warehouse.story_signature, of the whole text.';
comment on column staging.article.credits is 'As in warehouse.story_signature, of the whole text.';

alter table staging.story_key drop constraint story_key_pkey;
create index story_key_key_place on staging.story_key (key, place);
