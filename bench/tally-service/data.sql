-- Makes reports for the bench, in an empty database that the tally-service has migrated; TallyService.java puts the number of reports
-- for :rows. 1,000 reports on each commitment, one commitment for an agreement: a bigger table has more of them, not bigger ones. Two more
-- commitments have 100 and 10,000 reports. All over the year 2020, by eight lines of claims through 60 outlets: a third batches, two
-- thirds running totals that rise with them, one in a hundred a denial. The reports on one commitment lie scattered over the whole table,
-- as they do when they come in over the years.
set synchronous_commit = off;
select setseed(0.2020);

create temporary table asked as
select n::text as name, 1000 as reports from generate_series(0, :rows / 1000 - 1) n
union all values ('small', 100), ('large', 10000);

insert into party (id, revision, recorded_from, recorded_by, revision_type, slug, name, kind, aliases, name_keys)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-party-' || n, 'Party ' || n, 'ARMED_GROUP', '{}', array['party ' || n]
from generate_series(0, 1) n;

insert into agreement (id, revision, recorded_from, recorded_by, revision_type, slug, title, signed_on, signed_precision, signatories,
    bound_parties)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-agreement-' || name, 'Agreement ' || name, '2019-12-01', 'DAY',
    array['bench-party-0', 'bench-party-1'], array['bench-party-0', 'bench-party-1']
from asked;

insert into commitment (id, revision, recorded_from, recorded_by, revision_type, slug, agreement, releasing_party, receiving_party,
    category, quantity, due_precision)
select gen_random_uuid(), 1, now(), 'bench', 'CREATION', 'bench-commitment-' || name, 'bench-agreement-' || name, 'bench-party-0',
    'bench-party-1', 'prisoners', '{"comparator": "EXACTLY", "min": 5000, "max": 5000}', 'UNKNOWN'
from asked;

insert into release_report (id, revision, recorded_from, recorded_by, revision_type, commitment, agreement, claimant, claimant_key,
    speaks_for, source_kind, stage, basis, comparator, quantity_min, quantity_max, event_on, event_precision, published_at,
    published_whole_day, outlet, reporting_chain, root, own_words, decrease_flagged, evidence_check)
select uuidv7(), 1, now(), 'bench', 'CREATION', 'bench-commitment-' || name, 'bench-agreement-' || name, 'Spokesman ' || who || ' of ' || name,
    'spokesman ' || who || ' of ' || name, 'Office ' || who,
    (array['RELEASING_PARTY', 'RECEIVING_PARTY', 'MEDIATOR', 'MONITOR', 'MEDIA'])[1 + who % 5],
    case when chance < 0.01 then 'DENIED' when chance < 0.06 then 'ANNOUNCED' when chance < 0.12 then 'VERIFIED' else 'REPORTED' end,
    case when batch then 'BATCH' else 'CUMULATIVE' end, 'EXACTLY', number, number, date '2020-01-01' + on_day, 'DAY',
    date '2020-01-02' + on_day, true, outlet, '[]', outlet, n % 2 = 0, false, 'UNKNOWN'
from (select n, name, who, chance, on_day, outlet, chance > 0.66 batch,
          case when chance > 0.66 then 12 else on_day * 12 + (case when random() < 0.1 then (random() * 100)::int else 0 end) end number
      from (select n, name, (random() * 7)::int who, random() chance, (random() * 365)::int as on_day,
                'Outlet ' || (random() * 59)::int outlet
            from asked, generate_series(1, reports) n) r order by n) s;

vacuum analyze release_report;
vacuum analyze commitment;
