-- What a publisher repeats over its articles, learned from what every observation says before anything is stripped from it.
--
--   article_record.block_keys   which lines a record has
--   block_sighting              which articles of a source have a line: counts follow from it, and whom a verdict concerns
--   boilerplate_block           the lines that stand in several articles, and whether they are stripped
--
-- Records from before this migration have no block keys: nothing is learned from them until they are read anew (`newshouse rebuild`).

truncate staging.article;
alter table staging.article
add column rest_hash bytea not null,
add column block_keys bigint[] not null,
add column story_keys bigint[] not null,
add column anchor_keys bigint[] not null;
comment on column staging.article.rest_hash is 'SHA-256 over every field but those that the body makes.';
comment on column staging.article.block_keys is
'Three keys for each line of the body: alone, with the long line after it, with the one before it.';
comment on column staging.article.story_keys is
'Those of the keys under which a line speaks for the story: a quote, a correction, the topic.';
comment on column staging.article.anchor_keys is
'Four pairs of line hashes, first and second in four orders: by them different stories are told apart.';

alter table warehouse.article_record
add column full_body text,
add column rest_hash bytea,
add column said_hash bytea,
add column block_keys bigint[] not null default '{}',
add column story_keys bigint[] not null default '{}',
add column anchor_keys bigint[] not null default '{}';

update warehouse.article_record
set
    rest_hash = record_hash,
    said_hash = sha256(record_hash || convert_to(article_body, 'UTF8'));

alter table warehouse.article_record
alter column rest_hash set not null,
alter column said_hash set not null,
alter column block_keys drop default,
alter column story_keys drop default,
alter column anchor_keys drop default;

comment on column warehouse.article_record.article_body is
'The text, less what the publisher repeats: paragraphs separated by one line feed each.';
comment on column warehouse.article_record.word_count is 'Words of article_body.';
comment on column warehouse.article_record.full_body is 'The text as it was extracted; null where nothing was stripped from it.';
comment on column warehouse.article_record.rest_hash is 'SHA-256 over every field but those that the body makes.';
comment on column warehouse.article_record.said_hash is
'SHA-256 over rest_hash and article_body: equal for records that differ only in what was stripped. Revisions are told by it.';
comment on column warehouse.article_record.block_keys is
'Three keys for each line of the full body: alone, with the long line after it, with the one before it.';
comment on column warehouse.article_record.story_keys is
'Those of the keys under which a line speaks for the story: a quote, a correction, the topic.';
comment on column warehouse.article_record.anchor_keys is
'Four pairs of line hashes, first and second in four orders: by them different stories are told apart.';
comment on column warehouse.article_record.content_hash is
'SHA-256 over all words of headline, standfirst and article_body: equal for cosmetic edits.';
comment on column warehouse.article_record.body_hash is 'SHA-256 over the words of article_body: equal for exact copies.';

-- No foreign keys: one row for each paragraph of every article, written and removed by the same transaction as the records themselves.
create table warehouse.block_sighting (
    block_key bigint not null,
    article_key uuid not null,
    is_story boolean not null,
    primary key (block_key, article_key)
);
comment on table warehouse.block_sighting is 'Which articles have which lines, in anything they ever said.';
comment on column warehouse.block_sighting.block_key is 'Hash of the source and the words of a line, or of a short line and its neighbour.';
comment on column warehouse.block_sighting.article_key is 'The article.';
comment on column warehouse.block_sighting.is_story is
'Does the line speak for the story there: a quote, a correction, about the topic of the headline.';

create table warehouse.boilerplate_block (
    block_key bigint primary key,
    source_id text not null references warehouse.source (source_id),
    block_text text not null,
    article_count integer not null check (article_count >= 0),
    story_count integer not null check (story_count between 0 and article_count),
    distinct_count integer not null check (distinct_count >= 0),
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    verdict text not null check (verdict in ('stripped', 'few', 'rare', 'story')),
    is_stripped boolean not null generated always as (verdict = 'stripped') stored,
    check (last_seen_at >= first_seen_at)
);
create index boilerplate_block_source_id on warehouse.boilerplate_block (source_id, last_seen_at);
comment on table warehouse.boilerplate_block is
'Lines that stand in several articles of a source, and whether they are stripped from all of them.';
comment on column warehouse.boilerplate_block.block_key is
'Hash of the source and the words of the line, or of a short line and its neighbour.';
comment on column warehouse.boilerplate_block.source_id is 'The source.';
comment on column warehouse.boilerplate_block.block_text is 'The line as one of the articles has it.';
comment on column warehouse.boilerplate_block.article_count is 'Articles that ever had it.';
comment on column warehouse.boilerplate_block.story_count is
'Those in which it speaks for the story: a quote, a correction, about the topic of the headline.';
comment on column warehouse.boilerplate_block.distinct_count is 'Different stories among at most 64 of the articles.';
comment on column warehouse.boilerplate_block.first_seen_at is 'The first capture that has it.';
comment on column warehouse.boilerplate_block.last_seen_at is 'The last capture that has it.';
comment on column warehouse.boilerplate_block.verdict is
'stripped; or why not: few different stories, rare among the source''s articles, or words of the story.';
comment on column warehouse.boilerplate_block.is_stripped is 'Is it left out of article_body.';

create table warehouse.source_day (
    source_id text not null references warehouse.source (source_id),
    captured_on date not null,
    article_count integer not null check (article_count >= 0),
    primary key (source_id, captured_on)
);
comment on table warehouse.source_day is
'How many articles of a source were captured first on a day: what the share of a recurring line is measured by.';
comment on column warehouse.source_day.source_id is 'The source.';
comment on column warehouse.source_day.captured_on is 'The UTC day of the first capture.';
comment on column warehouse.source_day.article_count is 'Articles captured first on that day.';

insert into warehouse.source_day (source_id, captured_on, article_count)
select
    source_id,
    (first_captured_at at time zone 'UTC')::date as captured_on,
    count(*) as article_count
from warehouse.article
group by source_id, captured_on;
