-- The dimensions of mart.fact_article, besides mart.dim_section.

drop view if exists mart.dim_date cascade;

create view mart.dim_date as
select
    listed.instant::date as date_on,
    extract(isoyear from listed.instant)::integer as iso_year,
    extract(week from listed.instant)::integer as iso_week,
    extract(year from listed.instant)::integer as year,
    extract(quarter from listed.instant)::integer as quarter,
    extract(month from listed.instant)::integer as month,
    extract(day from listed.instant)::integer as day_of_month,
    extract(isodow from listed.instant)::integer as day_of_week,
    extract(isodow from listed.instant) in (6, 7) as is_weekend,
    date_trunc('week', listed.instant)::date as week_begins_on,
    date_trunc('month', listed.instant)::date as month_begins_on
from
    generate_series(
        (select min(fact_article.published_on) from mart.fact_article)::timestamp,
        (select max(fact_article.published_on) from mart.fact_article)::timestamp,
        '1 day'
    ) as listed (instant);

comment on view mart.dim_date is 'Every day from the first to the last on which an article was published.';
comment on column mart.dim_date.date_on is 'The day.';
comment on column mart.dim_date.iso_year is 'Year of its ISO 8601 week.';
comment on column mart.dim_date.iso_week is 'ISO 8601 week, 1 to 53.';
comment on column mart.dim_date.year is 'Year.';
comment on column mart.dim_date.quarter is 'Quarter, 1 to 4.';
comment on column mart.dim_date.month is 'Month, 1 to 12.';
comment on column mart.dim_date.day_of_month is 'Day of the month.';
comment on column mart.dim_date.day_of_week is 'Day of the week, 1 for Monday to 7.';
comment on column mart.dim_date.is_weekend is 'Is it a Saturday or Sunday.';
comment on column mart.dim_date.week_begins_on is 'The Monday of its week.';
comment on column mart.dim_date.month_begins_on is 'The first of its month.';

drop view if exists mart.dim_source cascade;

create view mart.dim_source as
select
    source_id,
    name,
    homepage,
    language,
    time_zone,
    country,
    licence,
    terms,
    origin
from warehouse.source;

comment on view mart.dim_source is 'The publishers, as their source files say.';
comment on column mart.dim_source.source_id is 'Short name, as in the source file.';
comment on column mart.dim_source.name is 'Name for people.';
comment on column mart.dim_source.homepage is 'Address of the front page.';
comment on column mart.dim_source.language is 'Language, BCP 47.';
comment on column mart.dim_source.time_zone is 'Zone in which times without a zone are read, IANA.';
comment on column mart.dim_source.country is 'Country, ISO 3166-1 alpha-2.';
comment on column mart.dim_source.licence is 'Licence of its texts, where known.';
comment on column mart.dim_source.terms is 'Address of its terms of use.';
comment on column mart.dim_source.origin is 'file, or replay for a host met in a WARC that no source file declares.';

drop view if exists mart.dim_author cascade;

create view mart.dim_author as
select
    author_key,
    name,
    is_organization
from warehouse.author;

comment on view mart.dim_author is 'The names that stand in author lines. One name may be several people.';
comment on column mart.dim_author.author_key is 'Key from name and kind.';
comment on column mart.dim_author.name is 'The name as written.';
comment on column mart.dim_author.is_organization is 'An agency or a desk, not a person.';

drop view if exists mart.bridge_article_author cascade;

create view mart.bridge_article_author as
select
    article_key,
    author_key,
    position
from warehouse.article_author;

comment on view mart.bridge_article_author is 'Which articles have which authors: between mart.fact_article and mart.dim_author.';
comment on column mart.bridge_article_author.article_key is 'The article.';
comment on column mart.bridge_article_author.author_key is 'The author.';
comment on column mart.bridge_article_author.position is 'Place in the author line, from 1.';
