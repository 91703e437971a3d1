-- the checks of one run that returned rows
select
    check_name,
    row_count,
    sample
from ops.check_result
where
    run_id = %(run_id)s
    and row_count > 0
order by check_name
