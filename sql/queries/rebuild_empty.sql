-- Everything that a load derives from captures. The sources stay: they are declared, not derived.
truncate
warehouse.article,
warehouse.article_url,
warehouse.article_capture,
warehouse.article_record,
warehouse.revision_span,
warehouse.author,
warehouse.article_author,
warehouse.story_cluster,
warehouse.cluster_member,
warehouse.block_sighting,
warehouse.boilerplate_block,
warehouse.source_day,
warehouse.article_search,
ops.article_change
cascade;
