-- The same expression, for which PostgreSQL computes all rows and their index anew, by what search_config says since V451.
alter table quote alter column content_vector
    set expression as (to_tsvector(public.search_config(language), coalesce(content_search, public.search_text(language, content))));
