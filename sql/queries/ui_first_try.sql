-- until the transaction ends a statement may take a quarter of its time, so that enough is left for a second try
select set_config('statement_timeout', (setting::integer / 4)::text, true)
from pg_catalog.pg_settings
where name = 'statement_timeout';
