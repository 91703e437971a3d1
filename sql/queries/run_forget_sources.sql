-- Sources of an earlier attempt that this one does not ask.
delete from ops.source_run
where run_id = %(run_id)s and source_id <> all(%(source_ids)s);
