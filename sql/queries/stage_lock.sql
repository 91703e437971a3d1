-- Two attempts at the same stage take turns. A statement of its own: the next one must see what the other attempt has committed.
select pg_advisory_xact_lock(hashtextextended('newshouse stage ' || %(run_id)s || ' ' || %(source_id)s, 0));
