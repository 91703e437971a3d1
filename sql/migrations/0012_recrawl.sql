-- A run that asks again for articles which the warehouse has.

alter table ops.run drop constraint run_kind_check;
alter table ops.run add constraint run_kind_check
check (kind in ('nightly', 'backfill', 'manual', 'replay', 'rebuild', 'recrawl'));
comment on column ops.run.kind is 'nightly, backfill, manual, replay, rebuild or recrawl.';
comment on column ops.run.interval_start is
'Begin of the window of publication, inclusive; null for a replay or recrawl, which take all dates.';
