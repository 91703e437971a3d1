-- What other tables hold of the texts that were taken down. The warehouse forgets them by a load, search and marts by their refresh.
with gone as (
    select
        url_key,
        article_key
    from ops.tombstone
),

superseded as (
    delete from ops.superseded_reading as held
    using gone
    where held.url_key = gone.url_key or held.article_key = gone.article_key
),

sampled as (
    delete from ops.reextraction_sample as held
    using gone
    where held.url_key = gone.url_key
),

staged as (
    delete from staging.article as held
    using gone
    where held.url_key = gone.url_key or held.article_key = gone.article_key
)

update raw.discovered_url as ledger
set headline_hint = null
from gone
where ledger.url_key = gone.url_key and ledger.headline_hint is not null;
