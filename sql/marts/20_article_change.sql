-- Every change that publishers made to articles after we first saw them: edits, corrections, withdrawals, deletions.

drop view if exists mart.article_change cascade;

create view mart.article_change as
with said as (
    select
        revision_span.article_key,
        revision_span.valid_from,
        revision_span.change_kind,
        article_record.headline,
        article_record.description,
        article_record.article_body,
        array(
            select notice.line
            from unnest(article_record.correction_notices) with ordinality as notice (line, place)
            where notice.line = any(string_to_array(article_record.article_body, E'\n'))
            order by notice.place
        ) as correction_notices
    from warehouse.revision_span
    inner join warehouse.article_record
        on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
),

followed as (
    select
        article_key,
        valid_from as changed_at,
        change_kind,
        lag(valid_from) over one_article as stood_from,
        lag(headline) over one_article as headline_before,
        headline as headline_after,
        lag(description) over one_article as description_before,
        description as description_after,
        lag(article_body) over one_article as article_body_before,
        article_body as article_body_after,
        correction_notices
    from said
    window one_article as (partition by article_key order by valid_from)
    union all
    -- a page that is gone says nothing any more
    select
        article.article_key,
        answered.gone_at as changed_at,
        'withdrawn' as change_kind,
        said.valid_from as stood_from,
        said.headline as headline_before,
        null as headline_after,
        said.description as description_before,
        null as description_after,
        said.article_body as article_body_before,
        null as article_body_after,
        '{}' as correction_notices
    from warehouse.article
    inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
    inner join said on revision_span.article_key = said.article_key and revision_span.valid_from = said.valid_from
    cross join
        lateral (
            select min(capture.captured_at) as gone_at
            from raw.capture
            where
                capture.url_key = article.url_key
                and capture.status in (404, 410)
                and capture.captured_at > (
                    select max(article_capture.captured_at)
                    from warehouse.article_capture
                    where article_capture.article_key = article.article_key and article_capture.url_key = article.url_key
                )
        ) as answered
    where article.pub_status = 'gone'
)

select
    followed.article_key,
    article.source_id,
    source.name as source_name,
    article.url,
    followed.change_kind,
    followed.changed_at,
    followed.changed_at - followed.stood_from as stood_for,
    followed.headline_before,
    followed.headline_after,
    followed.description_before,
    followed.description_after,
    followed.article_body_before,
    followed.article_body_after,
    followed.correction_notices
from followed
inner join warehouse.article on followed.article_key = article.article_key
inner join warehouse.source on article.source_id = source.source_id
where followed.change_kind <> 'first';

comment on view mart.article_change is
'Every change that publishers made to articles after we first saw them. warehouse.word_diff(article_body_before, article_body_after)
shows it word by word.';
comment on column mart.article_change.article_key is 'The article.';
comment on column mart.article_change.source_id is 'Its source.';
comment on column mart.article_change.source_name is 'The name of that source.';
comment on column mart.article_change.url is 'Its own URL.';
comment on column mart.article_change.change_kind is
'headline, body, headline_and_body; correction (a notice of correction is new); cosmetic (no word changed);
withdrawn (a notice stands in its place, or the page is gone).';
comment on column mart.article_change.changed_at is 'The first capture that says so: the change was made before it.';
comment on column mart.article_change.stood_for is 'How long, by our captures, it had said what it said before.';
comment on column mart.article_change.headline_before is 'The headline that stood before.';
comment on column mart.article_change.headline_after is 'The headline that came; null where the page is gone.';
comment on column mart.article_change.description_before is 'The standfirst that stood before.';
comment on column mart.article_change.description_after is 'The standfirst that came.';
comment on column mart.article_change.article_body_before is 'The text that stood before.';
comment on column mart.article_change.article_body_after is 'The text that came; null where the page is gone.';
comment on column mart.article_change.correction_notices is 'The lines in which the publisher now says what was wrong.';
