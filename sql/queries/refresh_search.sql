-- A tsvector has at most 1 MB, hence the bound on the body.
insert into warehouse.article_search as held (
    article_key, said_hash, source_id, in_language, configuration, date_published, document
)
select
    article.article_key,
    said.said_hash,
    article.source_id,
    said.in_language,
    chosen.configuration,
    said.date_published,
    setweight(to_tsvector(chosen.configuration::regconfig, said.headline), 'A')
    || setweight(to_tsvector(chosen.configuration::regconfig, coalesce(said.description, '')), 'B')
    || setweight(to_tsvector(chosen.configuration::regconfig, left(said.article_body, 100000)), 'D') as document
from changed
inner join warehouse.article on changed.article_key = article.article_key
inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record as said
    on revision_span.article_key = said.article_key and revision_span.record_hash = said.record_hash
left join warehouse.article_search as known on article.article_key = known.article_key
cross join lateral warehouse.search_configuration(said.in_language) as chosen (configuration)
where known.said_hash is distinct from said.said_hash
on conflict (article_key) do update
    set
        said_hash = excluded.said_hash,
        in_language = excluded.in_language,
        configuration = excluded.configuration,
        date_published = excluded.date_published,
        document = excluded.document;
