insert into warehouse.source_day as held (source_id, captured_on, article_count)
select
    day_change.source_id,
    day_change.captured_on,
    greatest(day_change.change, 0) as article_count
from day_change
order by day_change.source_id, day_change.captured_on
on conflict (source_id, captured_on) do update
    set article_count = held.article_count + (
        select day_change.change
        from day_change
        where day_change.source_id = held.source_id and day_change.captured_on = held.captured_on
    );
