-- What the full text of a run's articles cost: it is read in a task of its own, after the loads and before the marts.

alter table ops.run
add column indexed_count integer check (indexed_count >= 0),
add column indexing_s double precision check (indexing_s >= 0);
comment on column ops.run.indexed_count is
'Articles that the index stage has read for the full text search: those that had changed by then, of this run or of another.';
comment on column ops.run.indexing_s is 'Seconds that this took, over all attempts; null where nothing was indexed yet.';
