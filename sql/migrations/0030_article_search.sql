-- Full text search, and the list of articles that what is derived from the warehouse (search, marts) has still to follow.
--
-- The list is kept by triggers, so that whoever writes an article, a load, a promotion or a takedown, need not know what stands on it.

create table ops.article_change (
    change_id bigint generated always as identity primary key,
    article_key uuid not null
);
comment on table ops.article_change is
'Articles that have changed since search and marts were refreshed last. An article may stand here several times.';
comment on column ops.article_change.change_id is 'Counts up.';
comment on column ops.article_change.article_key is 'The article; it may be gone by now.';

create function ops.note_article_change() returns trigger
language plpgsql
as $$
begin
    insert into ops.article_change (article_key) select distinct changed.article_key from changed;
    return null;
end
$$;
comment on function ops.note_article_change is 'Lists the articles of the changed rows in ops.article_change.';

create function ops.note_status_change() returns trigger
language plpgsql
as $$
begin
    insert into ops.article_change (article_key)
    select changed.article_key
    from changed
    inner join before on changed.article_key = before.article_key
    where changed.pub_status <> before.pub_status;
    return null;
end
$$;
comment on function ops.note_status_change is 'Lists the articles that were withdrawn, or came back, in ops.article_change.';

create trigger revision_span_added after insert on warehouse.revision_span
referencing new table as changed for each statement execute function ops.note_article_change();
create trigger revision_span_changed after update on warehouse.revision_span
referencing new table as changed for each statement execute function ops.note_article_change();
create trigger revision_span_gone after delete on warehouse.revision_span
referencing old table as changed for each statement execute function ops.note_article_change();

create trigger article_record_changed after update on warehouse.article_record
referencing new table as changed for each statement execute function ops.note_article_change();

create trigger cluster_member_added after insert on warehouse.cluster_member
referencing new table as changed for each statement execute function ops.note_article_change();
create trigger cluster_member_changed after update on warehouse.cluster_member
referencing new table as changed for each statement execute function ops.note_article_change();
create trigger cluster_member_gone after delete on warehouse.cluster_member
referencing old table as changed for each statement execute function ops.note_article_change();

create trigger article_changed after update on warehouse.article
referencing old table as before new table as changed for each statement execute function ops.note_status_change();
create trigger article_gone after delete on warehouse.article
referencing old table as changed for each statement execute function ops.note_article_change();

create table warehouse.article_search (
    article_key uuid primary key references warehouse.article (article_key) on delete cascade,
    said_hash bytea not null,
    source_id text not null,
    in_language text,
    configuration text not null,
    date_published timestamptz,
    document tsvector not null
);
create index article_search_document on warehouse.article_search using gin (document);
create index article_search_configuration on warehouse.article_search (configuration);
comment on table warehouse.article_search is
'What mart.search_article searches: the current revision of each article as lexemes. Filled by its own step after the load.';
comment on column warehouse.article_search.article_key is 'The article.';
comment on column warehouse.article_search.said_hash is 'The said_hash of the record that the row was made from.';
comment on column warehouse.article_search.source_id is 'Its source.';
comment on column warehouse.article_search.in_language is 'Language of the text, BCP 47.';
comment on column warehouse.article_search.configuration is
'The text search configuration by which it was read: that of its language, or simple where Postgres has none.';
comment on column warehouse.article_search.date_published is 'When it was published.';
comment on column warehouse.article_search.document is
'The lexemes of headline (weight A), standfirst (B) and body (D); of the body, the first 100,000 characters.';

insert into ops.article_change (article_key)
select article.article_key
from warehouse.article
order by article.first_captured_at;
