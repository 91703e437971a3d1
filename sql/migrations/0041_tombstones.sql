-- Takedowns: by article as well as by URL, since the publisher may show it under another address, and how far each has come.

alter table ops.tombstone
add column article_key uuid,
add column requested_by text,
add column capture_count integer not null default 0 check (capture_count >= 0),
add column scrubbed_at timestamptz;
create index tombstone_article_key on ops.tombstone (article_key);
create index tombstone_source_id on ops.tombstone (source_id);
comment on table ops.tombstone is
'URLs that were taken down: their text is gone from the warehouse and the archive, and none of them is fetched or loaded again.';
comment on column ops.tombstone.reason is 'Why.';
comment on column ops.tombstone.article_key is
'The article that stood there: it is refused under any other address, too; null where none was loaded.';
comment on column ops.tombstone.requested_by is 'Who asked for it.';
comment on column ops.tombstone.capture_count is 'Archived records of it that were overwritten.';
comment on column ops.tombstone.scrubbed_at is 'When the last of them was; null while the archive may still hold some.';

-- A date that moves by more than a day is told apart from one that is only read more precisely.
alter table ops.reextraction_difference drop constraint reextraction_difference_kind_check;
alter table ops.reextraction_difference add constraint reextraction_difference_kind_check
check (
    kind in (
        'same', 'filled', 'emptied', 'shortened', 'lengthened', 'moved', 'changed', 'newly_accepted', 'newly_rejected', 'still_rejected'
    )
);
comment on column ops.reextraction_difference.kind is
'same, filled, emptied, changed; of a body also shortened (to less than half) and lengthened (to more than double); of a date of
publication also moved (by more than a day); of the field article: same, changed, newly_accepted, newly_rejected, still_rejected.';
comment on column ops.reextraction.max_newly_rejected_percent is
'Gate: of the captures that were articles before, at most so many may give none now.';
comment on column ops.reextraction.max_emptied_percent is
'Gate: of the captures that are articles before and after, at most so many may lose the body by half, the authors or the date.';
comment on column ops.reextraction.max_redated_percent is
'Gate: of these, at most so many dates of publication may move by more than a day.';
