-- Full text search over what articles say now.

drop function if exists mart.search_article;
drop function if exists warehouse.search_configuration;

create function warehouse.search_configuration(in_language text) returns text
language sql stable parallel safe
as $$
    select coalesce(
        (
            select pg_ts_config.cfgname::text
            from pg_catalog.pg_ts_config
            where
                pg_ts_config.cfgnamespace = 'pg_catalog'::regnamespace
                and pg_ts_config.cfgname = case split_part(lower(in_language), '-', 1)
                    when 'ar' then 'arabic'
                    when 'ca' then 'catalan'
                    when 'da' then 'danish'
                    when 'de' then 'german'
                    when 'el' then 'greek'
                    when 'en' then 'english'
                    when 'es' then 'spanish'
                    when 'et' then 'estonian'
                    when 'eu' then 'basque'
                    when 'fi' then 'finnish'
                    when 'fr' then 'french'
                    when 'ga' then 'irish'
                    when 'hi' then 'hindi'
                    when 'hu' then 'hungarian'
                    when 'hy' then 'armenian'
                    when 'id' then 'indonesian'
                    when 'it' then 'italian'
                    when 'lt' then 'lithuanian'
                    when 'nb' then 'norwegian'
                    when 'ne' then 'nepali'
                    when 'nl' then 'dutch'
                    when 'nn' then 'norwegian'
                    when 'no' then 'norwegian'
                    when 'pl' then 'polish'
                    when 'pt' then 'portuguese'
                    when 'ro' then 'romanian'
                    when 'ru' then 'russian'
                    when 'sr' then 'serbian'
                    when 'sv' then 'swedish'
                    when 'ta' then 'tamil'
                    when 'tr' then 'turkish'
                    when 'yi' then 'yiddish'
                end
        ),
        'simple'
    )
$$;
comment on function warehouse.search_configuration is
'The text search configuration for a language (BCP 47): that of its first subtag, simple where this Postgres has none.';

create function mart.search_article(
    query text,
    source_ids text[] default null,
    published_from date default null,
    published_to date default null,
    language text default null,
    max_rows integer default 50,
    skip_rows integer default 0
) returns table (
    article_key uuid,
    source_id text,
    source_name text,
    url text,
    headline text,
    date_published timestamptz,
    in_language text,
    match_rank real,
    snippet text
)
language sql stable
rows 50
as $$
with recursive
in_use as ( -- the configurations that articles have: from one to the next, instead of through all articles
    (
        select article_search.configuration
        from warehouse.article_search
        order by article_search.configuration
        limit 1
    )
    union all
    select (
        select article_search.configuration
        from warehouse.article_search
        where article_search.configuration > in_use.configuration
        order by article_search.configuration
        limit 1
    )
    from in_use
    where in_use.configuration is not null
),

asked as ( -- the same words are different lexemes to different configurations
    select
        websearch_to_tsquery(in_use.configuration::regconfig, search_article.query) as wanted,
        array_agg(in_use.configuration) as configurations
    from in_use
    where in_use.configuration is not null
    group by 1
),

weighed as ( -- the index lists every article with the words, which is slow where half of all have them: a look at some tells
    select
        asked.wanted,
        asked.configurations,
        (
            select count(*) filter (where recent.document @@ regexp_replace(asked.wanted::text, '<(-|\d+)>', '&', 'g')::tsquery) > 40
            from (
                select article_search.document
                from warehouse.article_search
                order by article_search.date_published desc nulls last, article_search.article_key
                limit 200
            ) as recent
        ) as is_frequent
    from asked
),

walked as ( -- what is frequent is found among the newest, one by one
    select
        matching.*,
        weighed.wanted
    from weighed
    cross join
        lateral (
            select
                recent.article_key,
                recent.configuration,
                recent.date_published,
                recent.document
            from (
                select either.*
                from (
                    (
                        select *
                        from warehouse.article_search
                        where
                            weighed.is_frequent
                            and search_article.source_ids is null
                            and (
                                search_article.published_from is null
                                or article_search.date_published >= search_article.published_from::timestamp at time zone 'UTC'
                            )
                            and (
                                search_article.published_to is null
                                or article_search.date_published < (search_article.published_to + 1)::timestamp at time zone 'UTC'
                            )
                        order by article_search.date_published desc nulls last, article_search.article_key
                        limit 3000
                    )
                    union all
                    select of_source.*
                    from unnest(search_article.source_ids) as chosen (source_id)
                    cross join
                        lateral (
                            select *
                            from warehouse.article_search
                            where
                                weighed.is_frequent
                                and article_search.source_id = chosen.source_id
                                and (
                                    search_article.published_from is null
                                    or article_search.date_published >= search_article.published_from::timestamp at time zone 'UTC'
                                )
                                and (
                                    search_article.published_to is null
                                    or article_search.date_published < (search_article.published_to + 1)::timestamp at time zone 'UTC'
                                )
                            order by article_search.date_published desc nulls last, article_search.article_key
                            limit 3000
                        ) as of_source
                ) as either
                order by either.date_published desc nulls last, either.article_key
                limit 3000
            ) as recent
            where
                recent.document @@ weighed.wanted
                and recent.configuration = any(weighed.configurations)
                and (
                    search_article.language is null
                    or starts_with(lower(recent.in_language) || '-', lower(search_article.language) || '-')
                )
            limit 2000
        ) as matching
),

looked_up as (
    select
        matching.*,
        weighed.wanted
    from weighed
    cross join
        lateral (
            select
                article_search.article_key,
                article_search.configuration,
                article_search.date_published,
                article_search.document
            from warehouse.article_search
            where
                (not weighed.is_frequent or (select count(*) from walked) < 200)
                and article_search.document @@ weighed.wanted
                and article_search.configuration = any(weighed.configurations)
                and (search_article.source_ids is null or article_search.source_id = any(search_article.source_ids))
                and (
                    search_article.published_from is null
                    or article_search.date_published >= search_article.published_from::timestamp at time zone 'UTC'
                )
                and (
                    search_article.published_to is null
                    or article_search.date_published < (search_article.published_to + 1)::timestamp at time zone 'UTC'
                )
                and (
                    search_article.language is null
                    or starts_with(lower(article_search.in_language) || '-', lower(search_article.language) || '-')
                )
            order by article_search.date_published desc nulls last, article_search.article_key
            limit 2000
        ) as matching
),

found as (
    select * from looked_up
    union all
    select * from walked
    where (select count(*) from walked) >= 200
),

newest as (
    select *
    from found
    order by found.date_published desc nulls last, found.article_key
    limit 2000
),

shown as (
    select
        newest.article_key,
        newest.configuration,
        newest.wanted,
        ts_rank(newest.document, newest.wanted, 1) as match_rank,
        newest.date_published
    from newest
    order by match_rank desc, newest.date_published desc nulls last, newest.article_key
    limit search_article.max_rows offset search_article.skip_rows
)

select
    shown.article_key,
    article.source_id,
    source.name as source_name,
    article.url,
    article_record.headline,
    article_record.date_published,
    article_record.in_language,
    shown.match_rank,
    ts_headline(
        shown.configuration::regconfig,
        translate(left(article_record.article_body, 20000), chr(57344) || chr(57345), ''),
        shown.wanted,
        format('StartSel=%s, StopSel=%s, MaxFragments=2, MinWords=6, MaxWords=26, FragmentDelimiter=" … "', chr(57344), chr(57345))
    ) as snippet
from shown
inner join warehouse.article on shown.article_key = article.article_key
inner join warehouse.source on article.source_id = source.source_id
inner join warehouse.revision_span on shown.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
order by shown.match_rank desc, shown.date_published desc nulls last, shown.article_key
$$;
comment on function mart.search_article is
'Articles whose headline, standfirst or body match a query, best first. The query as in web search engines: words are all wanted,
"..." is a phrase, or and - mean what they say. Dates are UTC days, both inclusive; language en takes en-GB as well.
Of more than 2,000 matches the newest 2,000 are ranked; of words that a fifth of all articles have, those among the newest 3,000.
In the snippet, matches stand between U+E000 and U+E001, which the text itself
never holds here: escape it first, and put the marks of your own in their place then.';
