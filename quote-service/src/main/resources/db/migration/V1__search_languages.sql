-- What full-text search and the search for names need. Both extensions are trusted: the migrating role may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- One configuration for each language that PostgreSQL can stem well, with accents set aside before stemming.
create text search configuration parole_ar (copy = pg_catalog.arabic);
create text search configuration parole_de (copy = pg_catalog.german);
create text search configuration parole_en (copy = pg_catalog.english);
create text search configuration parole_es (copy = pg_catalog.spanish);
create text search configuration parole_fr (copy = pg_catalog.french);
create text search configuration parole_ru (copy = pg_catalog.russian);
create text search configuration parole_simple (copy = pg_catalog.simple);

alter text search configuration parole_ar alter mapping for hword, hword_part, word with unaccent, arabic_stem;
alter text search configuration parole_de alter mapping for hword, hword_part, word with unaccent, german_stem;
alter text search configuration parole_en alter mapping for hword, hword_part, word with unaccent, english_stem;
alter text search configuration parole_es alter mapping for hword, hword_part, word with unaccent, spanish_stem;
alter text search configuration parole_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
alter text search configuration parole_ru alter mapping for hword, hword_part, word with unaccent, russian_stem;
alter text search configuration parole_simple alter mapping for hword, hword_part, word with unaccent, simple;

-- The configuration for a language tag. Names are written out with their schema, so that the generated columns that rest on
-- this survive a restore, where the search path is empty.
create function search_config(language text) returns regconfig
    language sql immutable parallel safe
    return case split_part(lower(language), '-', 1)
        when 'ar' then 'public.parole_ar'::regconfig
        when 'de' then 'public.parole_de'::regconfig
        when 'en' then 'public.parole_en'::regconfig
        when 'es' then 'public.parole_es'::regconfig
        when 'fr' then 'public.parole_fr'::regconfig
        when 'ru' then 'public.parole_ru'::regconfig
        else 'public.parole_simple'::regconfig
    end;

-- Arabic vowel marks, the tatweel and the zero-width joiners go; outside of Arabic itself, the Arabic letters yeh and kaf that
-- keyboards put into Dari, Persian and Pashto become the letters of those languages.
create function search_text(language text, content text) returns text
    language sql immutable parallel safe
    return case split_part(lower(language), '-', 1)
        when 'ar' then translate(content, U&'\064B\064C\064D\064E\064F\0650\0651\0652\0670\0640\200C\200D', '')
        else translate(content, U&'\064A\0649\0643\064B\064C\064D\064E\064F\0650\0651\0652\0670\0640\200C\200D',
            U&'\06CC\06CC\06A9')
    end;

create function search_vector(language text, content text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector(public.search_config(language), public.search_text(language, content));

-- Every word that quotes contain: what a word that finds nothing is corrected from.
create table search_word (
    word text primary key
);
create index search_word_by_trigram on search_word using gin (word gin_trgm_ops);
