-- Law 1, nothing vanishes: what a source discovered is what its outcomes add up to, in its books and by its URLs.
select
    source_run.source_id,
    source_run.discovered,
    (
        source_run.loaded
        + source_run.unchanged
        + source_run.duplicate
        + source_run.rejected
        + source_run.skipped
        + source_run.pending
    ) as accounted,
    (
        select count(*)
        from ops.url_outcome
        where url_outcome.run_id = source_run.run_id and url_outcome.source_id = source_run.source_id
    ) as url_count
from ops.source_run
where
    source_run.run_id = %(run_id)s
    and (
        source_run.discovered
        <> (
            source_run.loaded
            + source_run.unchanged
            + source_run.duplicate
            + source_run.rejected
            + source_run.skipped
            + source_run.pending
        )
        or source_run.discovered
        <> (
            select count(*)
            from ops.url_outcome
            where url_outcome.run_id = source_run.run_id and url_outcome.source_id = source_run.source_id
        )
    );
