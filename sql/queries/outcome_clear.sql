-- What an earlier attempt of the run had decided.
delete from ops.url_outcome
where run_id = %(run_id)s and source_id = %(source_id)s;
