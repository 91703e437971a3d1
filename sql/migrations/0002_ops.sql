-- How the work went. Counted by sql/checks, shown by `newshouse report`.

create table ops.run (
    run_id text primary key,
    kind text not null check (kind in ('nightly', 'backfill', 'manual', 'replay', 'rebuild')),
    mode text not null check (mode in ('fetch_missing', 'refetch', 'from_archive')),
    interval_start timestamptz,
    interval_end timestamptz,
    parameters jsonb not null default '{}',
    started_at timestamptz not null,
    finished_at timestamptz,
    outcome text check (outcome in ('good', 'bad')),
    check (interval_end > interval_start),
    check ((interval_start is null) = (interval_end is null)),
    check ((finished_at is null) = (outcome is null))
);
comment on table ops.run is 'One pass over some sources for one interval.';
comment on column ops.run.run_id is 'Name of the run: DAG and Airflow run id, or a name of the command line.';
comment on column ops.run.kind is 'nightly, backfill, manual, replay or rebuild.';
comment on column ops.run.mode is 'Where the pages come from: fetch_missing, refetch or from_archive.';
comment on column ops.run.interval_start is 'Begin of the window of publication, inclusive; null for a replay, which takes all dates.';
comment on column ops.run.interval_end is 'End of the window of publication, exclusive.';
comment on column ops.run.parameters is 'The other parameters: max_articles, is_dry_run.';
comment on column ops.run.started_at is 'When the latest attempt began.';
comment on column ops.run.finished_at is 'When it was judged; null while it runs.';
comment on column ops.run.outcome is 'good: every source did its part and every check held. bad: see ops.source_run and ops.check_result.';

create table ops.source_run (
    run_id text not null references ops.run (run_id) on delete cascade,
    source_id text not null,
    stage text not null default 'plan' check (stage in ('plan', 'discover', 'fetch', 'extract', 'deduplicate', 'load')),
    outcome text check (outcome in ('ok', 'empty', 'partial', 'failed', 'blocked', 'not_backfillable', 'skipped')),
    reason text,
    discovered integer not null default 0 check (discovered >= 0),
    loaded integer not null default 0 check (loaded >= 0),
    revised integer not null default 0 check (revised between 0 and loaded),
    unchanged integer not null default 0 check (unchanged >= 0),
    duplicate integer not null default 0 check (duplicate >= 0),
    rejected integer not null default 0 check (rejected >= 0),
    skipped integer not null default 0 check (skipped >= 0),
    pending integer not null default 0 check (pending >= 0),
    fetched_pages integer not null default 0 check (fetched_pages >= 0),
    fetched_bytes bigint not null default 0 check (fetched_bytes >= 0),
    status_histogram jsonb not null default '{}',
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (run_id, source_id)
);
comment on table ops.source_run is 'How one source fared in one run: its books, which must balance (law 1).';
comment on column ops.source_run.run_id is 'The run.';
comment on column ops.source_run.source_id is 'The source.';
comment on column ops.source_run.stage is 'The stage that began last.';
comment on column ops.source_run.outcome is 'How the source fared; null while the run goes on.';
comment on column ops.source_run.reason is 'Why it fared so, in words: the error, or what is missing.';
comment on column ops.source_run.discovered is 'URLs that the discover stage took into the run.';
comment on column ops.source_run.loaded is 'URLs that gave a new article or a new revision.';
comment on column ops.source_run.revised is 'Those of loaded that gave a new revision of a known article.';
comment on column ops.source_run.unchanged is 'URLs whose article the warehouse had already, word for word.';
comment on column ops.source_run.duplicate is 'URLs that are another address of an article with a URL of its own.';
comment on column ops.source_run.rejected is 'URLs that gave no article: see ops.quarantine.';
comment on column ops.source_run.skipped is 'URLs left out on purpose: robots, outside the interval, dry run.';
comment on column ops.source_run.pending is 'URLs that are not done yet: busy host, budget spent.';
comment on column ops.source_run.fetched_pages is 'Pages that this run fetched.';
comment on column ops.source_run.fetched_bytes is 'Their bytes on the wire.';
comment on column ops.source_run.status_histogram is 'HTTP status -> number of pages fetched.';
comment on column ops.source_run.started_at is 'When the source began.';
comment on column ops.source_run.finished_at is 'When its books were closed.';

create table ops.url_outcome (
    run_id text not null,
    source_id text not null,
    url_key uuid not null,
    url text not null,
    outcome text not null check (outcome in ('loaded', 'unchanged', 'duplicate', 'rejected', 'skipped', 'pending')),
    reason text,
    detail text,
    is_revision boolean not null default false,
    capture_key uuid,
    article_key uuid,
    decided_at timestamptz not null,
    primary key (run_id, source_id, url_key),
    foreign key (run_id, source_id) references ops.source_run (run_id, source_id) on delete cascade,
    check ((outcome in ('rejected', 'skipped', 'pending')) = (reason is not null)),
    check (not is_revision or outcome = 'loaded')
);
create index url_outcome_url_key on ops.url_outcome (url_key);
comment on table ops.url_outcome is 'What became of each discovered URL in each run: exactly one row (law 1).';
comment on column ops.url_outcome.run_id is 'The run.';
comment on column ops.url_outcome.source_id is 'The source.';
comment on column ops.url_outcome.url_key is 'Key of the URL, as in raw.discovered_url.';
comment on column ops.url_outcome.url is 'The URL as it was discovered.';
comment on column ops.url_outcome.outcome is 'loaded, unchanged, duplicate, rejected, skipped or pending.';
comment on column ops.url_outcome.reason is 'Why it was rejected, skipped or left pending: a word of a fixed list.';
comment on column ops.url_outcome.detail is 'For people: what the reason met; for a duplicate, the article''s own URL.';
comment on column ops.url_outcome.is_revision is 'Did it give a new revision of an article known before.';
comment on column ops.url_outcome.capture_key is 'The capture that decided.';
comment on column ops.url_outcome.article_key is 'The article that it gave or belongs to.';
comment on column ops.url_outcome.decided_at is 'When it was decided.';

create table ops.quarantine (
    quarantine_key uuid primary key,
    source_id text not null,
    url text not null,
    url_key uuid not null,
    capture_key uuid,
    reason text not null,
    detail text,
    first_run_id text not null,
    last_run_id text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    check (last_seen_at >= first_seen_at)
);
create index quarantine_source_id_last_seen_at on ops.quarantine (source_id, last_seen_at);
create index quarantine_url_key on ops.quarantine (url_key);
comment on table ops.quarantine is 'Bad input, kept as data: what was rejected, and why.';
comment on column ops.quarantine.quarantine_key is 'Key from URL, capture and reason: the same rejection again is the same row.';
comment on column ops.quarantine.source_id is 'The source.';
comment on column ops.quarantine.url is 'The URL.';
comment on column ops.quarantine.url_key is 'Key of the URL.';
comment on column ops.quarantine.capture_key is 'The capture that was rejected; null where none was made.';
comment on column ops.quarantine.reason is 'A word of a fixed list, so that it can be counted.';
comment on column ops.quarantine.detail is 'What exactly, for people.';
comment on column ops.quarantine.first_run_id is 'The run that rejected it first.';
comment on column ops.quarantine.last_run_id is 'The run that rejected it last.';
comment on column ops.quarantine.first_seen_at is 'When it was rejected first.';
comment on column ops.quarantine.last_seen_at is 'When it was rejected last.';

create table ops.check_result (
    run_id text not null references ops.run (run_id) on delete cascade,
    check_name text not null,
    is_ok boolean not null,
    row_count integer not null check (row_count >= 0),
    sample jsonb not null default '[]',
    checked_at timestamptz not null,
    primary key (run_id, check_name),
    check (is_ok = (row_count = 0))
);
comment on table ops.check_result is 'What the checks of sql/checks said at the end of a run; a check holds when it returns no rows.';
comment on column ops.check_result.run_id is 'The run.';
comment on column ops.check_result.check_name is 'File name of the check without its ending.';
comment on column ops.check_result.is_ok is 'Did it hold.';
comment on column ops.check_result.row_count is 'Rows that it returned.';
comment on column ops.check_result.sample is 'The first of them.';
comment on column ops.check_result.checked_at is 'When it ran.';

create table ops.robots_snapshot (
    host text primary key,
    fetched_at timestamptz not null,
    status integer not null,
    body bytea not null default ''
);
comment on table ops.robots_snapshot is 'The last robots.txt of each host.';
comment on column ops.robots_snapshot.host is 'Scheme, host and port, as in https://news.example.';
comment on column ops.robots_snapshot.fetched_at is 'When it was fetched.';
comment on column ops.robots_snapshot.status is 'HTTP status; 0 where the host could not be reached.';
comment on column ops.robots_snapshot.body is 'The first 512 KiB of its bytes.';

create table ops.tombstone (
    url_key uuid primary key,
    source_id text not null,
    url text not null,
    reason text not null,
    requested_at timestamptz not null
);
comment on table ops.tombstone is 'URLs that were taken down and must never be loaded again.';
comment on column ops.tombstone.url_key is 'Key of the URL.';
comment on column ops.tombstone.source_id is 'The source.';
comment on column ops.tombstone.url is 'The URL.';
comment on column ops.tombstone.reason is 'Who asked for it, and why.';
comment on column ops.tombstone.requested_at is 'When it was asked for.';
