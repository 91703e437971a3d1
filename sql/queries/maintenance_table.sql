-- The tables that hold many rows which are gone, or of which the planner knows nothing.
select format('%%I.%%I', schemaname, relname) as table_name
from pg_stat_user_tables
where
    schemaname in ('ops', 'raw', 'staging', 'warehouse', 'mart')
    and (
        n_dead_tup > 1000 and n_dead_tup * 20 > n_live_tup
        or n_mod_since_analyze > 1000
        or coalesce(last_analyze, last_autoanalyze) is null and n_live_tup > 0
    )
order by schemaname, relname;
