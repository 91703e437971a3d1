-- The words by which headlines are counted.

drop function if exists warehouse.terms_of;

create function warehouse.terms_of(text_of_article text, configuration text) returns text[]
language sql stable parallel safe
as $$
    select coalesce(array_agg(distinct parsed.token order by parsed.token), '{}')
    from ts_parse('default', lower(text_of_article)) as parsed (token_type, token)
    where
        parsed.token_type in (1, 2, 16, 17) -- words, and words with hyphens as a whole
        and length(parsed.token) between 3 and 40
        and ts_lexize(
            case when configuration = 'simple' then 'simple' else configuration || '_stem' end::regdictionary, parsed.token
        ) <> '{}'
$$;
comment on function warehouse.terms_of is
'The words of a text in lower case, each once, without stop words of the text search configuration, in order.';
