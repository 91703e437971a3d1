-- What articles said at an instant.

drop function if exists mart.article_as_of;

create function mart.article_as_of(instant timestamptz) returns setof warehouse.article_revision
language sql stable
as $$
    select article_revision.*
    from warehouse.article_revision
    where
        article_revision.valid_from <= article_as_of.instant
        and (article_revision.valid_to is null or article_revision.valid_to > article_as_of.instant)
$$;
comment on function mart.article_as_of is
'What every article said at an instant, as far as captures tell: the revisions that were valid then, with all fields.';
