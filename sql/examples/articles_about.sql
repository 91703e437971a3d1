-- Who wrote about salmon or seals in September 2025, and in which words? Each language is searched by its own rules.
select
    source_name,
    date_published::date as published_on,
    headline,
    translate(snippet, chr(57344) || chr(57345) || E'\n', '[] ') as snippet
from mart.search_article('salmon or seehund', published_from => '2025-09-01', published_to => '2025-09-30')
order by date_published, source_name;
