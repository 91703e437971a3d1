-- The articles of this portion, to be filled.
create temporary table changed (article_key uuid primary key) on commit drop;
