-- Adds fetched pages to the books of the source.
with page as (
    select
        status,
        size_bytes
    from jsonb_to_recordset(%(rows)s::jsonb) as fetched (status integer, size_bytes bigint)
),

by_status as (
    select
        page.status::text as status,
        count(*) as page_count
    from page
    group by page.status
)

update ops.source_run
set
    fetched_pages = fetched_pages + (select count(*) from page),
    fetched_bytes = fetched_bytes + (select coalesce(sum(page.size_bytes), 0) from page),
    status_histogram = status_histogram || (
        select
            coalesce(
                jsonb_object_agg(
                    by_status.status, by_status.page_count + coalesce((source_run.status_histogram ->> by_status.status)::bigint, 0)
                ),
                '{}'
            )
        from by_status
    )
where run_id = %(run_id)s and source_id = %(source_id)s;
