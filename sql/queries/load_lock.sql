-- One load at a time: clusters reach across sources.
select pg_advisory_xact_lock(hashtextextended('newshouse load', 0));
