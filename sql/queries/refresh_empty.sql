-- Everything that a refresh derives.
truncate
warehouse.article_search,
mart.fact_article,
mart.fact_source_day,
mart.fact_language_day,
mart.fact_term_day,
mart.dim_section,
ops.article_change;
