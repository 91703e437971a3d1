-- What an empty server gets at its first start: two databases, each with a role of its own, and the role that may only read.
-- The schema inside of the warehouse is not made here: `newshouse migrate` does that.
\getenv airflow_password AIRFLOW_DB_PASSWORD
\getenv etl_password NEWSHOUSE_ETL_PASSWORD
\getenv analyst_password ANALYST_PASSWORD

create role airflow login password :'airflow_password';
create role newshouse_etl login password :'etl_password';
create role analyst login password :'analyst_password';
alter role analyst set statement_timeout = '5min';
alter role analyst set search_path = mart, warehouse, public;

create database airflow owner airflow;
create database warehouse owner newshouse_etl;
revoke connect, temporary on database airflow, warehouse from public;
grant connect on database warehouse to analyst;
