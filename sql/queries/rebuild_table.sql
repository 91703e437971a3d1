-- the tables that a load fills, for the planner to be told how large they are
select format('%%I.%%I', schemaname, tablename) as table_name
from pg_tables
where schemaname = 'warehouse'
order by tablename;
