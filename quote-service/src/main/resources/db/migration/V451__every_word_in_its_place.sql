-- The index holds every word, also those that a search for single words leaves out: only so is a phrase with some of them found in
-- its order and no other. Queries go on leaving them out by the configurations of V1; these here are what content is read by.
create text search dictionary parole_stem_ar (template = pg_catalog.snowball, language = arabic);
create text search dictionary parole_stem_de (template = pg_catalog.snowball, language = german);
create text search dictionary parole_stem_en (template = pg_catalog.snowball, language = english);
create text search dictionary parole_stem_es (template = pg_catalog.snowball, language = spanish);
create text search dictionary parole_stem_fr (template = pg_catalog.snowball, language = french);
create text search dictionary parole_stem_ru (template = pg_catalog.snowball, language = russian);

create text search configuration parole_ar_all (copy = parole_ar);
create text search configuration parole_de_all (copy = parole_de);
create text search configuration parole_en_all (copy = parole_en);
create text search configuration parole_es_all (copy = parole_es);
create text search configuration parole_fr_all (copy = parole_fr);
create text search configuration parole_ru_all (copy = parole_ru);

alter text search configuration parole_ar_all alter mapping replace arabic_stem with parole_stem_ar;
alter text search configuration parole_ar_all alter mapping replace english_stem with parole_stem_en;
alter text search configuration parole_de_all alter mapping replace german_stem with parole_stem_de;
alter text search configuration parole_en_all alter mapping replace english_stem with parole_stem_en;
alter text search configuration parole_es_all alter mapping replace spanish_stem with parole_stem_es;
alter text search configuration parole_fr_all alter mapping replace french_stem with parole_stem_fr;
alter text search configuration parole_ru_all alter mapping replace russian_stem with parole_stem_ru;
alter text search configuration parole_ru_all alter mapping replace english_stem with parole_stem_en;

create or replace function search_config(language text) returns regconfig
    language sql immutable parallel safe
    return case split_part(lower(language), '-', 1)
        when 'ar' then 'public.parole_ar_all'::regconfig
        when 'de' then 'public.parole_de_all'::regconfig
        when 'en' then 'public.parole_en_all'::regconfig
        when 'es' then 'public.parole_es_all'::regconfig
        when 'fr' then 'public.parole_fr_all'::regconfig
        when 'ru' then 'public.parole_ru_all'::regconfig
        else 'public.parole_simple'::regconfig
    end;
