-- Readings that a rebuild kept, and that today's version has read just the same.
delete from ops.superseded_reading as kept
using warehouse.article_capture as held
where
    kept.run_id = 'rebuild'
    and kept.capture_key = held.capture_key
    and kept.article_key = held.article_key
    and kept.record_hash = held.record_hash;
