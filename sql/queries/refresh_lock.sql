-- One refresh at a time: two would count the same days.
select pg_advisory_xact_lock(hashtextextended('newshouse refresh', 0));
