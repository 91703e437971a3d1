insert into warehouse.source as held (source_id, name, homepage, language, time_zone, country, licence, terms, origin)
select
    declared.source_id,
    declared.name,
    declared.homepage,
    declared.language,
    declared.time_zone,
    declared.country,
    declared.licence,
    declared.terms,
    declared.origin
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as declared (
            source_id text,
            name text,
            homepage text,
            language text,
            time_zone text,
            country text,
            licence text,
            terms text,
            origin text
        )
order by declared.source_id
on conflict (source_id) do update
    set
        name = excluded.name,
        homepage = excluded.homepage,
        language = excluded.language,
        time_zone = excluded.time_zone,
        country = excluded.country,
        licence = excluded.licence,
        terms = excluded.terms,
        origin = excluded.origin
    where held is distinct from excluded;
