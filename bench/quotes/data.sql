-- Makes quotes for the bench: psql -v rows=1000000 -f data.sql, as the role that owns the tables of an empty database that the
-- quote-service has migrated. Words follow Zipf's law over 50,000 of them, speakers a power law over 20,000, dates ten years.
\set ON_ERROR_STOP on
\timing on
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '64MB';
select setseed(0.2020);

create function pg_temp.word(rank int) returns text language sql immutable as
$$ select left(translate(md5(rank::text), '0123456789', 'aeiouaeiou'), 4 + rank % 6) $$;

insert into outlet (id, revision, recorded_from, recorded_by, revision_type, name, name_key, kind, country, language)
select uuidv7(), 1, now(), 'bench', 'CREATION', 'Outlet ' || n, 'outlet ' || n,
    (array['WIRE', 'NEWSPAPER', 'BROADCASTER', 'PLATFORM', 'OFFICIAL_SITE'])[1 + n % 5], 'GB', 'en'
from generate_series(1, 200) n;

insert into speaker (id, revision, recorded_from, recorded_by, revision_type, name, name_key, kind, aliases, name_keys,
    name_search, party, roles, canonical_id)
select id, 1, now(), 'bench', 'CREATION', name, lower(name),
    (array['PERSON', 'PERSON', 'PERSON', 'PERSON', 'ORGANISATION', 'ANONYMOUS', 'GROUP'])[1 + n % 7], '{}', array[lower(name)],
    lower(name), case when n % 3 = 0 then 'party-' || n % 50 end, '[]', id
from (select uuidv7() id, n, initcap(pg_temp.word(n * 7)) || ' ' || initcap(pg_temp.word(n * 13 + 1)) name
      from generate_series(1, 20000) n) s;

create temp table outlets as select id, row_number() over (order by id)::int n from outlet;
create temp table speakers as select id, row_number() over (order by id)::int n from speaker;
create unique index on outlets (n);
create unique index on speakers (n);
analyze outlets;
analyze speakers;

-- One document for four quotes, without texts: this measures reading, not checking.
create temp table documents as
select uuidv7() id, n, 1 + (random() ^ 2 * 199)::int outlet_n,
    -- in the order in which they are published, give or take three days, as an archive grows
    timestamptz '2015-01-01' + n / (:rows / 4.0) * interval '10 years' + random() * interval '6 days' published_at
from generate_series(1, (:rows / 4)::int) n;
alter table documents add column outlet_id uuid;
update documents d set outlet_id = o.id from outlets o where o.n = d.outlet_n;
create unique index on documents (n);
analyze documents;

insert into document (id, revision, recorded_from, recorded_by, revision_type, url, title, outlet_id, published_at,
    published_whole_day, language)
select id, 1, now(), 'bench', 'CREATION', 'https://example.org/bench/' || n, 'Document ' || n, outlet_id, published_at, false, 'en'
from documents;

-- Indexes on words are built in one go afterwards; words for corrections are taken from the finished table.
alter table quote disable trigger keep_search_words;
alter table quote disable trigger keep_quote_tags;
drop index quote_by_word;
drop index quote_by_sketch;

create temp table languages as
select * from (values (1, 'en'), (2, 'fr'), (3, 'de'), (4, 'es'), (5, 'ru'), (6, 'ar'), (7, 'fa-AF')) l (n, language);

insert into quote (id, revision, recorded_from, recorded_by, revision_type, document_id, outlet_id, published_at, speaker_id,
    role, cue, content, kind, said_from, said_precision, channel, reporting_chain, language, about_parties, about_agreements,
    about_topics, anchors, anchor_checks, verification, verified_at, sort_at, tags, root_key, content_hash, sketch,
    occurrence_of)
select q.id, 1, now(), 'bench', 'CREATION', d.id, d.outlet_id, d.published_at, s.id,
    (array['a spokesman', 'the minister', 'a member of the council', null])[1 + q.n % 4], 'said', content, kind,
    (d.published_at at time zone 'UTC')::date, 'DAY', channel, '[]', language, array[about_party], array[agreement],
    array[topic], '[]', jsonb_build_array(jsonb_build_object('exact', content, 'status', verification)), verification, now(),
    date_trunc('day', d.published_at at time zone 'UTC') at time zone 'UTC',
    array['k:' || kind, 'c:' || channel, 'v:' || verification, 'o:' || d.outlet_id, 'l:' || split_part(lower(language), '-', 1),
          'p:' || about_party, 'a:' || agreement, 't:' || topic],
    d.outlet_id::text, hashtextextended(content, 0), array[hashtext(content), q.n::int], q.id
from (
    select uuidv7() id, n,
        (select string_agg(pg_temp.word(exp(random() * ln(50000))::int), ' ')
         from generate_series(1, 10 + n % 31)) content,
        (array['DIRECT', 'DIRECT', 'DIRECT', 'INDIRECT', 'MIXED'])[1 + n % 5] kind,
        (array['STATEMENT', 'STATEMENT', 'SOCIAL_POST', 'INTERVIEW', 'PRESS_CONFERENCE', 'BROADCAST', 'OTHER'])
            [1 + (n * 31 % 7)::int] channel,
        case when n % 1000 = 0 then 'ORPHANED' when n % 10 = 0 then 'NORMALISED' else 'EXACT' end verification,
        case when n % 10 < 7 then 1 else 1 + (n % 7)::int end language_n,
        'party-' || (random() ^ 3 * 49)::int about_party, 'agreement-' || (random() ^ 2 * 199)::int agreement,
        'topic-' || (random() ^ 2 * 999)::int topic, 1 + (random() ^ 3 * 19999)::int speaker_n
    from generate_series(1, :rows) n) q
join documents d on d.n = 1 + (q.n - 1) / 4
join speakers s on s.n = q.speaker_n
join languages l on l.n = q.language_n;

create index quote_by_word on quote using gin (content_vector, role_vector, tags) with (fastupdate = off);
create index quote_by_sketch on quote using gin (sketch) with (fastupdate = off);
alter table quote enable trigger keep_search_words;
insert into quote_tag (tag, sort_at, id, revision)
select tag, sort_at, id, revision from quote, unnest(tags) tag where left(tag, 2) in ('a:', 'e:', 'o:', 'p:', 't:');
alter table quote enable trigger keep_quote_tags;

-- The feed ends where the last row was recorded: a search takes nothing for recorded that came after it.
insert into change (kind, record_type, record_id, revision, recorded_at, recorded_by)
select 'CREATED', 'quote', id, revision, now(), recorded_by from quote order by recorded_from desc limit 1;

insert into search_word (word)
select left(word, 40) from (select distinct pg_temp.word(n) word from generate_series(1, 50000) n) w where length(word) >= 3
on conflict do nothing;
vacuum analyze;
