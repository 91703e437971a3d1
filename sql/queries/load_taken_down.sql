-- URLs that were taken down after this run had opened them.
update ops.url_outcome
set
    outcome = 'skipped',
    reason = 'taken_down',
    detail = null,
    decided_at = %(now)s
where
    run_id = %(run_id)s
    and source_id = %(source_id)s
    and outcome = 'pending'
    and reason = 'not_loaded'
    and (
        exists (select 1 from ops.tombstone where tombstone.url_key = url_outcome.url_key)
        or exists (
            select 1
            from staging.article as staged
            inner join ops.tombstone on staged.article_key = tombstone.article_key
            where
                staged.run_id = url_outcome.run_id
                and staged.source_id = url_outcome.source_id
                and staged.url_key = url_outcome.url_key
        )
    );
