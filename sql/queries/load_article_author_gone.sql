-- Author lines that the current revision does not bear.
with line as (
    select
        span.article_key,
        listed.place::integer as position,
        warehouse.key_of('author', listed.author ->> 'name', listed.author ->> 'is_organization') as author_key
    from span
    inner join warehouse.article_record as said on span.article_key = said.article_key and span.record_hash = said.record_hash
    cross join jsonb_array_elements(said.authors) with ordinality as listed (author, place)
    where span.valid_to is null
)

delete from warehouse.article_author as held
using touched
where
    held.article_key = touched.article_key
    and not touched.is_new
    and (held.article_key, held.position, held.author_key) not in (select
        line.article_key,
        line.position,
        line.author_key
    from line);
