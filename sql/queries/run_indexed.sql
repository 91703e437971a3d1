update ops.run
set
    indexed_count = coalesce(indexed_count, 0) + %(indexed_count)s,
    indexing_s = coalesce(indexing_s, 0) + %(indexing_s)s
where run_id = %(run_id)s;
