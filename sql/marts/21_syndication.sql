-- Who ran whose copy, how much later, and how much of it.

drop view if exists mart.syndication cascade;

create view mart.syndication as
select
    cluster_member.cluster_key,
    origin.article_key as origin_article_key,
    origin.source_id as origin_source_id,
    origin_source.name as origin_source_name,
    origin.url as origin_url,
    article_record.headline as origin_headline,
    article_record.date_published as origin_published_at,
    copy.article_key,
    copy.source_id,
    copy_source.name as source_name,
    copy.url,
    copy_record.headline,
    copy_record.date_published,
    cluster_member.lag,
    cluster_member.similarity,
    cluster_member.containment,
    copy.source_id = origin.source_id as is_own,
    story_cluster.member_count
from warehouse.cluster_member
inner join warehouse.story_cluster on cluster_member.cluster_key = story_cluster.cluster_key
inner join warehouse.article as origin on story_cluster.origin_article_key = origin.article_key
inner join warehouse.source as origin_source on origin.source_id = origin_source.source_id
inner join warehouse.revision_span on origin.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
inner join warehouse.article as copy on cluster_member.article_key = copy.article_key
inner join warehouse.source as copy_source on copy.source_id = copy_source.source_id
inner join warehouse.revision_span as copy_span on copy.article_key = copy_span.article_key and copy_span.is_current
inner join warehouse.article_record as copy_record
    on copy_span.article_key = copy_record.article_key and copy_span.record_hash = copy_record.record_hash
where not cluster_member.is_origin;

comment on view mart.syndication is
'Who ran whose copy: one row for each article that is a copy, whole, cut or edited, of the origin of its cluster.';
comment on column mart.syndication.cluster_key is 'The cluster: all articles that tell the story.';
comment on column mart.syndication.origin_article_key is
'The origin: of the source that the texts credit, where it is among them, else the article published first.';
comment on column mart.syndication.origin_source_id is 'Its source.';
comment on column mart.syndication.origin_source_name is 'The name of that source.';
comment on column mart.syndication.origin_url is 'The URL of the origin.';
comment on column mart.syndication.origin_headline is 'Its headline.';
comment on column mart.syndication.origin_published_at is 'When it was published.';
comment on column mart.syndication.article_key is 'The copy.';
comment on column mart.syndication.source_id is 'Who ran it.';
comment on column mart.syndication.source_name is 'The name of that source.';
comment on column mart.syndication.url is 'The URL of the copy.';
comment on column mart.syndication.headline is 'The headline over the copy.';
comment on column mart.syndication.date_published is 'When the copy was published.';
comment on column mart.syndication.lag is
'From the one publication to the other; null where a date is missing, negative where the origin is dated later than its copy.';
comment on column mart.syndication.similarity is
'How much both texts have in common, of all that either says: 1 for exact copies, an estimate below.';
comment on column mart.syndication.containment is
'How much of the shorter text stands in the longer: near 1 where a copy is only cut.';
comment on column mart.syndication.is_own is 'Both are of one source: a story published twice.';
comment on column mart.syndication.member_count is 'Articles in the cluster, its origin included.';
