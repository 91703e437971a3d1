delete from warehouse.source_day
using day_change
where
    source_day.source_id = day_change.source_id
    and source_day.captured_on = day_change.captured_on
    and source_day.article_count = 0;
