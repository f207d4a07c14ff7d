-- A quote's content as it is searched: digits of all scripts as 0 to 9, compounds open and closed, Chinese, Japanese and Korean by
-- two characters. Only the program knows how to fold all scripts; null where the content itself will do.
alter table quote add column content_search text;

create or replace function keep_search_words() returns trigger
    language plpgsql as $$
begin
    insert into search_word (word, first_recorded)
    select word, new.recorded_from
    from unnest(tsvector_to_array(to_tsvector('public.parole_simple',
        coalesce(new.content_search, public.search_text(new.language, new.content))))) word
    where length(word) between 3 and 40
    on conflict do nothing;
    return null;
end $$;
