-- The captures that are now read otherwise. A text that was taken down is not kept.
create temporary table replaced on commit drop as
select
    arrival.capture_key,
    arrival.extractor_version as replaced_by_version
from arrival
inner join warehouse.article_capture as held
    on
        arrival.capture_key = held.capture_key
        and (arrival.record_hash, arrival.article_key) is distinct from (held.record_hash, held.article_key)
union all
select
    withdrawn.capture_key,
    null as replaced_by_version
from withdrawn
where not withdrawn.is_taken_down;
