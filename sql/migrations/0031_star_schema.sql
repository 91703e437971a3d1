-- The star schema: facts that a refresh keeps up to date for the articles that have changed (see ops.article_change), and the dimension
-- that has no table of its own in the warehouse. The other dimensions and the marts for reading are views: sql/marts.
--
-- Nothing here refers to warehouse.article by a foreign key: a fact outlives its article until the next refresh, which has to know what the
-- article counted for. The check fact_of_article holds the two together.

create table mart.dim_section (
    section_key uuid primary key,
    source_id text not null references warehouse.source (source_id),
    article_section text not null,
    check (section_key = warehouse.key_of('section', source_id, article_section))
);
comment on table mart.dim_section is 'The sections under which the sources file their articles, as the articles name them now.';
comment on column mart.dim_section.section_key is 'Key from source and name.';
comment on column mart.dim_section.source_id is 'The source.';
comment on column mart.dim_section.article_section is 'Its name, as the source writes it.';

create table mart.fact_article (
    article_key uuid primary key,
    source_id text not null references warehouse.source (source_id),
    section_key uuid references mart.dim_section (section_key),
    published_on date,
    date_published timestamptz,
    first_seen_at timestamptz not null,
    in_language text not null,
    word_count integer not null,
    reading_time_minutes integer,
    author_count integer not null,
    has_description boolean not null,
    has_keywords boolean not null,
    has_image boolean not null,
    is_accessible_for_free boolean,
    is_gone boolean not null,
    revision_count integer not null check (revision_count >= 1),
    headline_edit_count integer not null,
    body_edit_count integer not null,
    correction_count integer not null,
    first_edited_at timestamptz,
    last_edited_at timestamptz,
    cluster_key uuid,
    is_copy boolean not null,
    lag interval,
    terms text[] not null,
    check ((published_on is null) = (date_published is null))
);
create index fact_article_published_on on mart.fact_article (published_on, source_id);
create index fact_article_source_id on mart.fact_article (source_id, date_published);
create index fact_article_section_key on mart.fact_article (section_key);
create index fact_article_cluster_key on mart.fact_article (cluster_key);
comment on table mart.fact_article is
'One row per article, as it reads now: what can be counted, and the keys of the dimensions. Texts are in mart.article_current.';
comment on column mart.fact_article.article_key is 'The article.';
comment on column mart.fact_article.source_id is 'The source: mart.dim_source.';
comment on column mart.fact_article.section_key is 'The section: mart.dim_section.';
comment on column mart.fact_article.published_on is 'UTC day of date_published: mart.dim_date.';
comment on column mart.fact_article.date_published is 'When it was published, as far as the page says.';
comment on column mart.fact_article.first_seen_at is 'The first capture of its own URL.';
comment on column mart.fact_article.in_language is 'Language of the text without region, such as en; und where the page does not say.';
comment on column mart.fact_article.word_count is 'Words of the body.';
comment on column mart.fact_article.reading_time_minutes is 'Reading time that the page states, else from the word count.';
comment on column mart.fact_article.author_count is 'Names in the author line: mart.bridge_article_author.';
comment on column mart.fact_article.has_description is 'Has it a standfirst.';
comment on column mart.fact_article.has_keywords is 'Does the page declare keywords.';
comment on column mart.fact_article.has_image is 'Has it a main picture.';
comment on column mart.fact_article.is_accessible_for_free is 'Free to read; null where the page does not say.';
comment on column mart.fact_article.is_gone is 'Has the publisher withdrawn it: the page is gone, or a notice stands in its place.';
comment on column mart.fact_article.revision_count is 'Number of revisions, 1 for an article that was never edited.';
comment on column mart.fact_article.headline_edit_count is 'Those of them that changed the headline.';
comment on column mart.fact_article.body_edit_count is 'Those of them that changed the body.';
comment on column mart.fact_article.correction_count is 'Those of them that came with a notice of correction.';
comment on column mart.fact_article.first_edited_at is 'When the first edit was seen that changed a word.';
comment on column mart.fact_article.last_edited_at is 'When the last edit was seen that changed a word.';
comment on column mart.fact_article.cluster_key is 'The story that it is a copy of or the origin of; null where it stands alone.';
comment on column mart.fact_article.is_copy is 'Is it a copy of an article published earlier.';
comment on column mart.fact_article.lag is 'Time from the origin''s publication to this one, for a copy.';
comment on column mart.fact_article.terms is
'The words of headline and standfirst in lower case, each once, without those that its language has everywhere.';

create table mart.fact_source_day (
    source_id text not null references warehouse.source (source_id),
    published_on date not null,
    article_count integer not null check (article_count >= 1),
    word_count bigint not null,
    with_description integer not null,
    with_authors integer not null,
    with_section integer not null,
    with_keywords integer not null,
    with_image integer not null,
    with_language integer not null,
    copy_count integer not null,
    gone_count integer not null,
    revised_count integer not null,
    headline_revised_count integer not null,
    body_revised_count integer not null,
    correction_count integer not null,
    median_time_to_edit interval,
    earliest_published_at timestamptz not null,
    latest_published_at timestamptz not null,
    primary key (source_id, published_on)
);
create index fact_source_day_published_on on mart.fact_source_day (published_on);
comment on table mart.fact_source_day is 'What each source published on each UTC day, in numbers.';
comment on column mart.fact_source_day.source_id is 'The source.';
comment on column mart.fact_source_day.published_on is 'UTC day of publication.';
comment on column mart.fact_source_day.article_count is 'Articles.';
comment on column mart.fact_source_day.word_count is 'Words of their bodies.';
comment on column mart.fact_source_day.with_description is 'Articles with a standfirst.';
comment on column mart.fact_source_day.with_authors is 'Articles with an author line.';
comment on column mart.fact_source_day.with_section is 'Articles with a section.';
comment on column mart.fact_source_day.with_keywords is 'Articles with keywords.';
comment on column mart.fact_source_day.with_image is 'Articles with a main picture.';
comment on column mart.fact_source_day.with_language is 'Articles whose language is known.';
comment on column mart.fact_source_day.copy_count is 'Articles that are copies of an article published earlier.';
comment on column mart.fact_source_day.gone_count is 'Articles that the publisher has withdrawn.';
comment on column mart.fact_source_day.revised_count is 'Articles that were edited later, in more than looks.';
comment on column mart.fact_source_day.headline_revised_count is 'Articles whose headline was edited later.';
comment on column mart.fact_source_day.body_revised_count is 'Articles whose body was edited later.';
comment on column mart.fact_source_day.correction_count is 'Notices of correction that were added to them.';
comment on column mart.fact_source_day.median_time_to_edit is 'Median time from publication to the first edit seen, of the edited ones.';
comment on column mart.fact_source_day.earliest_published_at is 'The first of the day.';
comment on column mart.fact_source_day.latest_published_at is 'The last of the day.';

create table mart.fact_language_day (
    in_language text not null,
    published_on date not null,
    article_count integer not null check (article_count >= 0),
    primary key (in_language, published_on)
);
comment on table mart.fact_language_day is 'Articles of each language on each UTC day: what the counts of terms are a share of.';
comment on column mart.fact_language_day.in_language is 'Language without region; und where unknown.';
comment on column mart.fact_language_day.published_on is 'UTC day of publication.';
comment on column mart.fact_language_day.article_count is 'Articles.';

create table mart.fact_term_day (
    in_language text not null,
    term text not null,
    published_on date not null,
    article_count integer not null check (article_count >= 0),
    primary key (in_language, term, published_on)
);
create index fact_term_day_published_on on mart.fact_term_day (published_on, in_language);
comment on table mart.fact_term_day is 'In how many articles of a language and UTC day a word stands in headline or standfirst.';
comment on column mart.fact_term_day.in_language is 'Language without region; und where unknown.';
comment on column mart.fact_term_day.term is 'The word, in lower case.';
comment on column mart.fact_term_day.published_on is 'UTC day of publication.';
comment on column mart.fact_term_day.article_count is 'Articles that have it.';

insert into ops.article_change (article_key)
select article.article_key
from warehouse.article
order by article.first_captured_at;
