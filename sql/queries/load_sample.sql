-- What tells the stories apart that have a recurring line: for the articles with the smallest keys, so that the sample is always the same.
create temporary table sample on commit drop as
select
    recurrence.block_key,
    holder.article_key,
    said.record_hash,
    said.anchor_keys,
    row_number() over (partition by recurrence.block_key order by holder.article_key) as place
from recurrence
cross join
    lateral (
        select block_sighting.article_key
        from warehouse.block_sighting
        where block_sighting.block_key = recurrence.block_key
        order by block_sighting.article_key
        limit %(sample_size)s
    ) as holder
cross join
    lateral (
        select
            article_record.record_hash,
            article_record.anchor_keys
        from warehouse.article_record
        where article_record.article_key = holder.article_key and recurrence.block_key = any(article_record.block_keys)
        order by article_record.record_hash
        limit 1
    ) as said;
