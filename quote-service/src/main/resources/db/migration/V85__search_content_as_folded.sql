-- What the version before this one writes leaves content_search null, and is found as before.
alter table quote alter column content_vector
    set expression as (to_tsvector(public.search_config(language), coalesce(content_search, public.search_text(language, content))));
