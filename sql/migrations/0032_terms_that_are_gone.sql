-- Terms that no article has any more are found without reading the table: this index is empty but for them.

create index fact_term_day_gone on mart.fact_term_day (article_count) where article_count = 0;
