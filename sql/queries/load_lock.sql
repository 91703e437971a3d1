-- One load at a time: clusters reach across sources. The row is made where it is missing, so that the lock is there in any case.
insert into ops.turn (name)
values ('load')
on conflict (name) do update set name = excluded.name;
