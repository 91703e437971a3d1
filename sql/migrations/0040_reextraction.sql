-- Archived pages read again by today's extractor: what differs, whether that may replace what was said, and what was said before.

alter table ops.run drop constraint run_kind_check;
alter table ops.run add constraint run_kind_check
check (kind in ('nightly', 'backfill', 'manual', 'replay', 'rebuild', 'recrawl', 'reextract'));
comment on column ops.run.kind is 'nightly, backfill, manual, replay, rebuild, recrawl or reextract.';
comment on column ops.run.interval_start is
'Begin of the window of publication that the run is for, inclusive; null for runs that are for no days (replay, recrawl, reextract).';

alter table ops.source_run drop constraint source_run_stage_check;
alter table ops.source_run add constraint source_run_stage_check
check (stage in ('plan', 'discover', 'fetch', 'extract', 'compare', 'deduplicate', 'load'));

create table ops.reextraction (
    run_id text primary key references ops.run (run_id) on delete cascade,
    interval_start timestamptz not null,
    interval_end timestamptz not null,
    promote text not null check (promote in ('auto', 'never', 'force')),
    max_newly_rejected_percent real not null check (max_newly_rejected_percent between 0 and 100),
    max_emptied_percent real not null check (max_emptied_percent between 0 and 100),
    max_redated_percent real not null check (max_redated_percent between 0 and 100),
    sample_size integer not null check (sample_size >= 0),
    check (interval_end > interval_start)
);
comment on table ops.reextraction is 'What a run of news_reextract was asked for: archived pages, read again.';
comment on column ops.reextraction.run_id is 'The run.';
comment on column ops.reextraction.interval_start is 'Begin of the window of publication whose pages are read, inclusive.';
comment on column ops.reextraction.interval_end is 'End of the window, exclusive.';
comment on column ops.reextraction.promote is
'auto: what passes the gate replaces what was said; never: it is only shown; force: it replaces whatever the gate says.';
comment on column ops.reextraction.max_newly_rejected_percent is
'Gate: at most so many of a source''s captures may turn from an article into none.';
comment on column ops.reextraction.max_emptied_percent is
'Gate: at most so many headlines, bodies, author lines or dates may be lost, of those that had one; a body is lost at half its length.';
comment on column ops.reextraction.max_redated_percent is 'Gate: at most so many dates of publication may move by more than a day.';
comment on column ops.reextraction.sample_size is 'Samples that are kept for each source, field and kind of difference.';

create table ops.reextraction_source (
    run_id text not null references ops.reextraction (run_id) on delete cascade,
    source_id text not null,
    extractor_name text not null,
    extractor_version text not null,
    capture_count integer not null check (capture_count >= 0),
    same_count integer not null check (same_count >= 0),
    changed_count integer not null check (changed_count >= 0),
    newly_accepted_count integer not null check (newly_accepted_count >= 0),
    newly_rejected_count integer not null check (newly_rejected_count >= 0),
    still_rejected_count integer not null check (still_rejected_count >= 0),
    verdict text not null check (verdict in ('promoted', 'held', 'shown')),
    reason text,
    decided_at timestamptz not null,
    primary key (run_id, source_id),
    foreign key (run_id, source_id) references ops.source_run (run_id, source_id) on delete cascade,
    check (capture_count = same_count + changed_count + newly_accepted_count + newly_rejected_count + still_rejected_count)
);
comment on table ops.reextraction_source is 'How one source fared when its archived pages were read again.';
comment on column ops.reextraction_source.run_id is 'The run.';
comment on column ops.reextraction_source.source_id is 'The source.';
comment on column ops.reextraction_source.extractor_name is 'The extractor that read them now.';
comment on column ops.reextraction_source.extractor_version is 'Its version, and what the source file tells it.';
comment on column ops.reextraction_source.capture_count is 'Captures that were read.';
comment on column ops.reextraction_source.same_count is 'Those that say the same as before, in every stored field.';
comment on column ops.reextraction_source.changed_count is 'Those that say something else, or belong to another article.';
comment on column ops.reextraction_source.newly_accepted_count is 'Those that give an article, and gave none before.';
comment on column ops.reextraction_source.newly_rejected_count is 'Those that gave an article before, and give none now.';
comment on column ops.reextraction_source.still_rejected_count is 'Those that give no article, as before.';
comment on column ops.reextraction_source.verdict is
'promoted: it replaces what was said; held: the gate held it back; shown: nobody asked to promote it.';
comment on column ops.reextraction_source.reason is 'What the gate complained of, in words; null where it did not.';
comment on column ops.reextraction_source.decided_at is 'When it was decided.';

create table ops.reextraction_difference (
    run_id text not null,
    source_id text not null,
    field text not null,
    kind text not null check (
        kind in ('same', 'filled', 'emptied', 'shortened', 'lengthened', 'changed', 'newly_accepted', 'newly_rejected', 'still_rejected')
    ),
    capture_count integer not null check (capture_count > 0),
    primary key (run_id, source_id, field, kind),
    foreign key (run_id, source_id) references ops.reextraction_source (run_id, source_id) on delete cascade
);
comment on table ops.reextraction_difference is
'Field by field, how many captures say what kind of other thing. The field `article` stands for the page as a whole.';
comment on column ops.reextraction_difference.run_id is 'The run.';
comment on column ops.reextraction_difference.source_id is 'The source.';
comment on column ops.reextraction_difference.field is
'A field of the record; identity: which article it is; article: whether the page is one.';
comment on column ops.reextraction_difference.kind is
'same, filled, emptied, changed; of a body also shortened (to less than half) and lengthened (to more than double);
of the field article: same, changed, newly_accepted, newly_rejected, still_rejected.';
comment on column ops.reextraction_difference.capture_count is 'Captures of which that is so.';

create table ops.reextraction_sample (
    run_id text not null,
    source_id text not null,
    field text not null,
    kind text not null,
    place integer not null check (place >= 1),
    url text not null,
    url_key uuid not null,
    capture_key uuid not null,
    value_before text,
    value_after text,
    primary key (run_id, source_id, field, kind, place),
    foreign key (run_id, source_id, field, kind)
    references ops.reextraction_difference (run_id, source_id, field, kind) on delete cascade
);
create index reextraction_sample_url_key on ops.reextraction_sample (url_key);
comment on table ops.reextraction_sample is 'Some of the differences, before and after.';
comment on column ops.reextraction_sample.run_id is 'The run.';
comment on column ops.reextraction_sample.source_id is 'The source.';
comment on column ops.reextraction_sample.field is 'The field, as in ops.reextraction_difference.';
comment on column ops.reextraction_sample.kind is 'The kind of difference.';
comment on column ops.reextraction_sample.place is 'Number of the sample, from 1.';
comment on column ops.reextraction_sample.url is 'The URL.';
comment on column ops.reextraction_sample.url_key is 'Key of the URL.';
comment on column ops.reextraction_sample.capture_key is 'The capture.';
comment on column ops.reextraction_sample.value_before is
'What the warehouse says, as text, lists as JSON, bodies with what is stripped from them; null where it has nothing.';
comment on column ops.reextraction_sample.value_after is
'What the page says when it is read now; for newly_rejected and still_rejected the reason; null where it says nothing.';

create table ops.superseded_reading (
    capture_key uuid not null,
    record_hash bytea not null,
    extractor_name text not null,
    extractor_version text not null,
    source_id text not null,
    article_key uuid not null,
    url_key uuid not null,
    url text not null,
    captured_at timestamptz not null,
    record jsonb not null,
    replaced_at timestamptz not null,
    replaced_by_version text,
    run_id text not null,
    primary key (capture_key, record_hash, extractor_name, extractor_version)
);
create index superseded_reading_article_key on ops.superseded_reading (article_key);
create index superseded_reading_url_key on ops.superseded_reading (url_key);
create index superseded_reading_replaced_at on ops.superseded_reading (replaced_at);
comment on table ops.superseded_reading is
'What an earlier extractor made of a capture, where today''s makes something else of the same bytes. Nothing that the publisher changed.';
comment on column ops.superseded_reading.capture_key is 'The capture.';
comment on column ops.superseded_reading.record_hash is 'SHA-256 over every field of the record.';
comment on column ops.superseded_reading.extractor_name is 'The extractor that said so.';
comment on column ops.superseded_reading.extractor_version is 'Its version, and what the source file told it.';
comment on column ops.superseded_reading.source_id is 'The source.';
comment on column ops.superseded_reading.article_key is 'The article that it took the capture for.';
comment on column ops.superseded_reading.url_key is 'Key of the URL.';
comment on column ops.superseded_reading.url is 'The URL.';
comment on column ops.superseded_reading.captured_at is 'When the page was captured.';
comment on column ops.superseded_reading.record is
'Field -> value; article_body as it was extracted, before anything was stripped from it.';
comment on column ops.superseded_reading.replaced_at is 'When it was replaced last.';
comment on column ops.superseded_reading.replaced_by_version is
'The version that reads it otherwise; null where that takes it for no article.';
comment on column ops.superseded_reading.run_id is 'The run that replaced it.';

create unlogged table staging.rejection (
    run_id text not null,
    source_id text not null,
    capture_key uuid not null,
    url_key uuid not null,
    reason text not null,
    detail text,
    primary key (run_id, source_id, capture_key)
);
comment on table staging.rejection is
'Captures that give no article when they are read again; promoted, they take with them what the warehouse says by them.';
comment on column staging.rejection.run_id is 'The run.';
comment on column staging.rejection.source_id is 'The source.';
comment on column staging.rejection.capture_key is 'The capture.';
comment on column staging.rejection.url_key is 'Key of its URL.';
comment on column staging.rejection.reason is 'Why: a word of a fixed list.';
comment on column staging.rejection.detail is 'What exactly, for people.';
