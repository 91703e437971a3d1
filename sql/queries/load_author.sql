-- The names in the author lines of what arrives.
with listed as (
    select distinct
        author.name,
        author.is_organization
    from arrival
    inner join warehouse.article_record
        on arrival.article_key = article_record.article_key and arrival.record_hash = article_record.record_hash
    cross join jsonb_to_recordset(article_record.authors) as author (name text, is_organization boolean)
),

keyed as (
    select
        name,
        is_organization,
        warehouse.key_of('author', name, is_organization::text) as author_key
    from listed
)

insert into warehouse.author (author_key, name, is_organization)
select
    keyed.author_key,
    keyed.name,
    keyed.is_organization
from keyed
where not exists (select 1 from warehouse.author as held where held.author_key = keyed.author_key)
order by keyed.author_key;
