-- When a word was first recorded, so that corrections for a past record time stay as they were.
alter table search_word add column first_recorded timestamptz not null default '-infinity';

-- Keeps the words of a new revision; the words of a quote are known in the transaction that writes it.
create function keep_search_words() returns trigger
    language plpgsql as $$
begin
    insert into search_word (word, first_recorded)
    select word, new.recorded_from
    from unnest(tsvector_to_array(to_tsvector('public.parole_simple', public.search_text(new.language, new.content)))) word
    where length(word) between 3 and 40
    on conflict do nothing;
    return null;
end $$;
create trigger keep_search_words after insert on quote for each row execute function keep_search_words();
