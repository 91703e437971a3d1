-- The staged captures that say something the warehouse does not hold yet; what was taken down is refused.
-- Keys only: the texts stay where they are.
create temporary table arrival on commit drop as
select
    staged.source_id,
    staged.capture_key,
    staged.url_key,
    staged.url,
    staged.captured_at,
    staged.article_key,
    staged.identity,
    staged.record_hash,
    staged.extractor_name,
    staged.extractor_version
from staging.article as staged
where
    staged.run_id = %(run_id)s
    and staged.source_id = %(source_id)s
    and not exists (
        select 1
        from warehouse.article_capture as held
        where
            held.capture_key = staged.capture_key
            and held.article_key = staged.article_key
            and held.record_hash = staged.record_hash
            and held.extractor_name = staged.extractor_name
            and held.extractor_version = staged.extractor_version
    )
    and not exists (
        select 1
        from ops.tombstone
        where tombstone.url_key = staged.url_key or tombstone.article_key = staged.article_key
    )
order by staged.capture_key;
