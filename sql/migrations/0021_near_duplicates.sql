-- Stories that are told more than once, not only word for word.
--
--   warehouse.story_signature   what is kept of each article's current text to find and judge its copies: for ever, about 1 kB
--   staging.story_key           the articles of the weeks in use by their keys: only these are searched, so it may be emptied at any time
--   staging.key_week            which weeks these are
--
-- Articles from before this migration have no signature until they are read anew (`newshouse rebuild`).

truncate warehouse.story_cluster, warehouse.cluster_member;
alter table warehouse.story_cluster drop column body_hash;
alter table warehouse.cluster_member add column containment real not null check (containment between 0 and 1);
comment on table warehouse.story_cluster is
'Stories told more than once: articles of one or several sources whose current texts are copies of one another, whole, cut or edited.';
comment on column warehouse.story_cluster.origin_article_key is
'The member of the source that the texts credit, where it is among them; else the member published first.';
comment on column warehouse.cluster_member.similarity is
'How much the text has in common with the origin''s, of all that either says: 1 for exact copies, an estimate below.';
comment on column warehouse.cluster_member.containment is
'How much of the shorter of both texts stands in the longer: near 1 where a copy is only cut.';
comment on column warehouse.cluster_member.is_origin is 'Is it the origin.';
comment on column warehouse.cluster_member.lag is
'Time from the origin''s publication to this one; null where a date is missing; negative where the origin is dated later than its copy.';

create table warehouse.story_signature (
    article_key uuid primary key references warehouse.article (article_key) deferrable initially deferred,
    place bigint not null,
    dated_at timestamptz not null,
    made_of bytea not null,
    keys bigint[] not null,
    sketch bytea not null,
    credits text[] not null
);
create index story_signature_place on warehouse.story_signature (place);
alter table warehouse.story_signature alter column sketch set storage plain; -- hashes do not compress
comment on table warehouse.story_signature is 'What is kept of each article''s current text to find and judge its copies by.';
comment on column warehouse.story_signature.article_key is 'The article.';
comment on column warehouse.story_signature.place is
'UTC day of dated_at (from 1970) times 2^40, plus 40 bits of the article key: sorts in time. Not unique.';
comment on column warehouse.story_signature.dated_at is 'When it was published, else first captured.';
comment on column warehouse.story_signature.made_of is 'SHA-256 over record_hash and said_hash: tells when to make it anew.';
comment on column warehouse.story_signature.keys is
'The 16 smallest hashes of the runs of 8 words: articles that share none are not compared.';
comment on column warehouse.story_signature.sketch is
'Bottom-128 sketch of the runs of 5 words, and the places of numbers: see newshouse.near_duplicates.signature.';
comment on column warehouse.story_signature.credits is 'Whom the text gives as its source: names in normal form.';

create unlogged table staging.story_key (
    key bigint not null,
    place bigint not null,
    primary key (key, place)
);
comment on table staging.story_key is
'The keys of warehouse.story_signature, one row each, for the weeks in staging.key_week. Filled again where it is missing.';
comment on column staging.story_key.key is 'The key.';
comment on column staging.story_key.place is 'The place of the article that has it.';

create unlogged table staging.key_week (
    week integer primary key,
    used_at timestamptz not null
);
comment on table staging.key_week is 'The weeks of publication whose keys stand in staging.story_key.';
comment on column staging.key_week.week is 'UTC days from 1970, divided by 7.';
comment on column staging.key_week.used_at is 'When a load last needed it; it is left out again a week later.';
