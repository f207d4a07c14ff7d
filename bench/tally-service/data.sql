-- Makes reports for the bench: psql -v rows=1000000 -f data.sql, as the role that owns the tables of an empty database that the
-- tally-service has migrated. 1,000 agreements with one commitment each; the reports of each over the year 2020, by eight lines
-- of claims through 60 outlets: a third batches, two thirds running totals that rise with them, one in a hundred a denial.
\set ON_ERROR_STOP on
\timing on
set synchronous_commit = off;
select setseed(0.2020);

insert into party (id, revision, recorded_from, recorded_by, revision_type, slug, name, kind, aliases, name_keys)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-party-' || n, 'Party ' || n, 'ARMED_GROUP', '{}', array['party ' || n]
from generate_series(0, 99) n;

insert into agreement (id, revision, recorded_from, recorded_by, revision_type, slug, title, signed_on, signed_precision, signatories,
    bound_parties)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-agreement-' || n, 'Agreement ' || n, '2019-12-01', 'DAY',
    array['bench-party-' || n % 100, 'bench-party-' || (n + 1) % 100], array['bench-party-' || n % 100, 'bench-party-' || (n + 1) % 100]
from generate_series(0, 999) n;

insert into commitment (id, revision, recorded_from, recorded_by, revision_type, slug, agreement, releasing_party, receiving_party,
    category, quantity, due_precision)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-commitment-' || n, 'bench-agreement-' || n, 'bench-party-' || n % 100,
    'bench-party-' || (n + 1) % 100, 'prisoners', '{"comparator": "EXACTLY", "min": 5000, "max": 5000}', 'UNKNOWN'
from generate_series(0, 999) n;

insert into release_report (id, revision, recorded_from, recorded_by, revision_type, commitment, agreement, claimant, claimant_key,
    speaks_for, source_kind, stage, basis, comparator, quantity_min, quantity_max, event_on, event_precision, published_at,
    published_whole_day, outlet, reporting_chain, root, own_words, decrease_flagged, evidence_check)
select uuidv7(), 1, now(), 'bench', 'CREATION', 'bench-commitment-' || c, 'bench-agreement-' || c, 'Spokesman ' || who || ' of ' || c,
    'spokesman ' || who || ' of ' || c, 'Office ' || who,
    (array['RELEASING_PARTY', 'RECEIVING_PARTY', 'MEDIATOR', 'MONITOR', 'MEDIA'])[1 + who % 5],
    case when chance < 0.01 then 'DENIED' when chance < 0.06 then 'ANNOUNCED' when chance < 0.12 then 'VERIFIED' else 'REPORTED' end,
    case when batch then 'BATCH' else 'CUMULATIVE' end, 'EXACTLY', number, number, date '2020-01-01' + day, 'DAY',
    date '2020-01-02' + day, true, outlet, '[]', outlet, n % 2 = 0, false, 'UNKNOWN'
from (select n, n % 1000 c, who, chance, day, outlet, chance > 0.66 batch,
          case when chance > 0.66 then 12 else day * 12 + (case when random() < 0.1 then (random() * 100)::int else 0 end) end number
      from (select n, (random() * 7)::int who, random() chance, (random() * 365)::int day, 'Outlet ' || (random() * 59)::int outlet
            from generate_series(1, :rows) n) r) s;
vacuum analyze;
