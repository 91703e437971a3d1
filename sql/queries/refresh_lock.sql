-- One refresh at a time: two would count the same days.
insert into ops.turn (name)
values ('refresh')
on conflict (name) do update set name = excluded.name;
