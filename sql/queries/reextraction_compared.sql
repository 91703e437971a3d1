-- What today's extractor makes of each capture of the run, beside what the warehouse says by it. Keys only.
create temporary table compared on commit drop as
select
    staged.capture_key,
    staged.url_key,
    staged.url,
    staged.headline as said_now,
    held.article_key as article_before,
    held.record_hash as hash_before,
    case
        when held.capture_key is null then 'newly_accepted'
        when held.record_hash = staged.record_hash and held.article_key = staged.article_key then 'same'
        else 'changed'
    end as kind
from staging.article as staged
left join warehouse.article_capture as held on staged.capture_key = held.capture_key
where staged.run_id = %(run_id)s and staged.source_id = %(source_id)s
union all
select
    rejection.capture_key,
    rejection.url_key,
    url_outcome.url,
    concat_ws(': ', rejection.reason, rejection.detail) as said_now,
    held.article_key as article_before,
    held.record_hash as hash_before,
    case when held.capture_key is null then 'still_rejected' else 'newly_rejected' end as kind
from staging.rejection
inner join ops.url_outcome
    on
        rejection.run_id = url_outcome.run_id
        and rejection.source_id = url_outcome.source_id
        and rejection.url_key = url_outcome.url_key
left join warehouse.article_capture as held on rejection.capture_key = held.capture_key
where rejection.run_id = %(run_id)s and rejection.source_id = %(source_id)s;
