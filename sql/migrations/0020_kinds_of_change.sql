-- What an edit was: a correction where the publisher says so, a withdrawal where a notice stands in the article's place.
-- Records from before this migration have no notices until they are read anew (`newshouse rebuild`).

truncate staging.article;
alter table staging.article
add column correction_notices text[] not null,
add column is_withdrawal boolean not null;
comment on column staging.article.correction_notices is 'Lines of the body in which the publisher says what was wrong.';
comment on column staging.article.is_withdrawal is 'The text says that the article is withdrawn, and hardly anything else.';

alter table warehouse.article_record
add column correction_notices text[] not null default '{}',
add column is_withdrawal boolean not null default false;
alter table warehouse.article_record
alter column correction_notices drop default,
alter column is_withdrawal drop default;
comment on column warehouse.article_record.correction_notices is
'Lines of the body, as it was extracted, in which the publisher says what was wrong.';
comment on column warehouse.article_record.is_withdrawal is 'The text says that the article is withdrawn, and hardly anything else.';

alter table warehouse.revision_span drop constraint revision_span_change_kind_check;
alter table warehouse.revision_span add constraint revision_span_change_kind_check
check (change_kind in ('first', 'headline', 'body', 'headline_and_body', 'correction', 'cosmetic', 'withdrawn'));
comment on column warehouse.revision_span.change_kind is
'What changed: first; withdrawn (a notice stands in the article''s place); correction (it has a notice of correction that it had not);
else headline, body or headline_and_body; cosmetic where no word changed.';

-- The shortest way from one text to the other (Myers 1986), word by word. Its work grows with the number of changes, so what is left
-- after 400 of them is shown as replaced. newshouse.word_diff does long texts with many changes better.
create function warehouse.word_diff(before text, after text)
returns table (place integer, kind text, words text)
language plpgsql immutable parallel safe
as $$
declare
    most_changes constant integer := 400;
    old text[] := array(select matched.parts[1] from regexp_matches(coalesce(before, ''), '\n|(?:(?!\n)\s)+|\S+(?:(?!\n)\s)*', 'g') as matched (parts));
    new text[] := array(select matched.parts[1] from regexp_matches(coalesce(after, ''), '\n|(?:(?!\n)\s)+|\S+(?:(?!\n)\s)*', 'g') as matched (parts));
    old_end integer := cardinality(old);
    new_end integer := cardinality(new);
    skipped integer := 0; -- words that both begin with
    kept integer := 0;    -- words that both end with
    middle integer;
    reach integer[];      -- how far each diagonal got, and
    trail jsonb[] := '{}';  -- how far they were before each change
    change integer := 0;
    diagonal integer;
    one integer;
    other integer;
    kinds text[] := '{}'; -- what becomes of each word between start and end, last word first
    is_found boolean := false;
begin
    while skipped < least(old_end, new_end) and old[skipped + 1] = new[skipped + 1] loop
        skipped := skipped + 1;
    end loop;
    while kept < least(old_end, new_end) - skipped and old[old_end - kept] = new[new_end - kept] loop
        kept := kept + 1;
    end loop;
    old_end := old_end - skipped - kept;
    new_end := new_end - skipped - kept;
    middle := least(old_end + new_end, most_changes) + 2;
    reach := array_fill(0, array[2 * middle + 1]);
    <<searching>>
    while change <= least(old_end + new_end, most_changes) loop
        trail := trail || to_jsonb(reach[middle - change:middle + change + 2]);
        diagonal := -change;
        while diagonal <= change loop
            if diagonal = -change or (diagonal <> change and reach[middle + diagonal] < reach[middle + diagonal + 2]) then
                one := reach[middle + diagonal + 2];
            else
                one := reach[middle + diagonal] + 1;
            end if;
            other := one - diagonal;
            while one < old_end and other < new_end and old[skipped + one + 1] = new[skipped + other + 1] loop
                one := one + 1;
                other := other + 1;
            end loop;
            reach[middle + diagonal + 1] := one;
            if one >= old_end and other >= new_end then
                is_found := true;
                exit searching;
            end if;
            diagonal := diagonal + 2;
        end loop;
        change := change + 1;
    end loop;
    one := old_end;
    other := new_end;
    while is_found and change > 0 loop
        diagonal := one - other;
        declare
            held jsonb := trail[change + 1]; -- its element 0 is the diagonal -change - 1
            below integer := held -> (change + diagonal);
            above integer := held -> (change + diagonal + 2);
            is_inserted boolean := diagonal = -change or (diagonal <> change and below < above);
            start integer := case when is_inserted then above else below end;
        begin
            while one > start + (not is_inserted)::integer and other > start - diagonal + (not is_inserted)::integer loop
                kinds := kinds || 'equal'::text;
                one := one - 1;
                other := other - 1;
            end loop;
            kinds := kinds || case when is_inserted then 'inserted' else 'deleted' end;
            if is_inserted then other := other - 1; else one := one - 1; end if;
            change := change - 1;
        end;
    end loop;
    if is_found then
        kinds := kinds || array_fill('equal'::text, array[one]);
    else
        kinds := array_fill('inserted'::text, array[new_end]) || array_fill('deleted'::text, array[old_end]);
    end if;
    return query
    with step as (
        select
            listed.kind,
            cardinality(kinds) - listed.number as position,
            count(*) filter (where listed.kind <> 'inserted') over so_far as old_place,
            count(*) filter (where listed.kind <> 'deleted') over so_far as new_place
        from unnest(kinds) with ordinality as listed (kind, number)
        window so_far as (order by listed.number desc)
    ),
    fate as (
        select skipped_word.place as position, 'equal' as kind, old[skipped_word.place] as word
        from generate_series(1, skipped) as skipped_word (place)
        union all
        select skipped + 1 + step.position, step.kind,
            case when step.kind = 'inserted' then new[skipped + step.new_place] else old[skipped + step.old_place] end
        from step
        union all
        select skipped + cardinality(kinds) + kept_word.place, 'equal', old[skipped + old_end + kept_word.place]
        from generate_series(1, kept) as kept_word (place)
    ),
    stretch as (
        -- what lies between two equal runs is one change: first all that is deleted in it, then all that is inserted
        select fate.*, count(*) filter (where fate.kind = 'equal') over (order by fate.position) as equal_before,
            (fate.kind <> 'equal')::integer as is_change
        from fate
    ),
    numbered as (
        select stretch.*, stretch.position - row_number() over (partition by stretch.is_change order by stretch.position) as run_number
        from stretch
    )
    select
        (row_number() over (order by min(numbered.position), numbered.kind))::integer,
        numbered.kind,
        string_agg(numbered.word, '' order by numbered.position)
    from numbered
    group by numbered.is_change, numbered.run_number, numbered.kind
    order by 1;
end
$$;
comment on function warehouse.word_diff is
'The runs of words that two texts share or do not: their place, kind (equal, deleted or inserted) and words.';
