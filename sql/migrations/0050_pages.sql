-- What the pages in the Airflow UI look for, on a warehouse of a million articles.

create index article_search_date_published on warehouse.article_search (date_published desc nulls last, article_key);
create index article_search_source_id_date_published
on warehouse.article_search (source_id, date_published desc nulls last, article_key);
create index source_run_source_id on ops.source_run (source_id, started_at desc);
create index run_started_at on ops.run (started_at desc, run_id);
create index quarantine_last_seen_at on ops.quarantine (last_seen_at desc, quarantine_key);
