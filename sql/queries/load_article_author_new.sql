insert into warehouse.article_author (article_key, position, author_key)
select
    span.article_key,
    listed.place::integer as position,
    warehouse.key_of('author', listed.author ->> 'name', listed.author ->> 'is_organization') as author_key
from span
inner join warehouse.article_record as said on span.article_key = said.article_key and span.record_hash = said.record_hash
cross join jsonb_array_elements(said.authors) with ordinality as listed (author, place)
where
    span.valid_to is null
    and not exists (
        select 1
        from warehouse.article_author as held
        where held.article_key = span.article_key and held.position = listed.place
    )
order by span.article_key, listed.place;
