-- Authors that no record names any more.
delete from warehouse.author
using orphan
cross join jsonb_array_elements(orphan.authors) as listed (author)
where
    author.author_key = warehouse.key_of('author', listed.author ->> 'name', listed.author ->> 'is_organization')
    and not exists (
        select 1
        from warehouse.article_record
        where article_record.authors @> jsonb_build_array(listed.author)
    );
