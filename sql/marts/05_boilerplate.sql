-- What each publisher repeats over its articles.

drop view if exists mart.boilerplate cascade;

create view mart.boilerplate as
select
    boilerplate_block.source_id,
    source.name as source_name,
    boilerplate_block.block_text,
    boilerplate_block.article_count,
    least(
        1,
        boilerplate_block.article_count::numeric / nullif(
            (
                select sum(source_day.article_count)
                from warehouse.source_day
                where
                    source_day.source_id = boilerplate_block.source_id
                    and source_day.captured_on between (boilerplate_block.first_seen_at at time zone 'UTC')::date
                    and (boilerplate_block.last_seen_at at time zone 'UTC')::date
            ),
            0
        )
    ) as article_share,
    boilerplate_block.story_count,
    boilerplate_block.distinct_count,
    boilerplate_block.first_seen_at,
    boilerplate_block.last_seen_at,
    boilerplate_block.is_stripped,
    boilerplate_block.verdict
from warehouse.boilerplate_block
inner join warehouse.source on boilerplate_block.source_id = source.source_id;

comment on view mart.boilerplate is 'Lines that stand in four or more articles of a source: appeals, notices, and what was left alone.';
comment on column mart.boilerplate.source_id is 'The source.';
comment on column mart.boilerplate.source_name is 'Its name.';
comment on column mart.boilerplate.block_text is
'The line as one of the articles has it. A short line stands once for each neighbour that it is known by.';
comment on column mart.boilerplate.article_count is 'Articles that ever had it.';
comment on column mart.boilerplate.article_share is
'article_count as a share of the articles captured first while it was seen; 1 at most.';
comment on column mart.boilerplate.story_count is 'Articles in which it is a quote, a correction, or about the topic of the headline.';
comment on column mart.boilerplate.distinct_count is
'Different stories among at most 64 of the articles: copies of one story prove nothing.';
comment on column mart.boilerplate.first_seen_at is 'The first capture that has it.';
comment on column mart.boilerplate.last_seen_at is 'The last capture that has it.';
comment on column mart.boilerplate.is_stripped is 'Is it left out of article_body.';
comment on column mart.boilerplate.verdict is
'stripped; or why not: few different stories, rare among the source''s articles, or words of the story.';
