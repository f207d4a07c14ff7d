-- Two or more parties let people go at one time, by one arrangement, with or without an agreement.
create table exchange (
    id            uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by   text        not null,
    revision_type text        not null,
    reason        text,
    retracted     boolean     not null default false,
    slug          text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title         text        not null,
    -- slugs of parties; varchar, because Hibernate compares arrays as such
    parties       varchar[]   not null check (cardinality(parties) >= 2),
    mediators     varchar[]   not null,
    place         text,
    started_on    date,
    started_precision text    not null check (started_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    ended_on      date,
    ended_precision text      not null check (ended_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    -- the how manyth between its parties, as an editor has settled it; what sources claim stands in their reports
    ordinal       int check (ordinal between 1 and 100000),
    agreement     text,
    url           text,
    note          text,
    words         tsvector generated always as (
        to_tsvector('english', title || ' ' || slug || ' ' || coalesce(place, '') || ' ' || coalesce(note, ''))) stored,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check ((started_on is null) = (started_precision = 'UNKNOWN')),
    check ((ended_on is null) = (ended_precision = 'UNKNOWN'))
);
create unique index exchange_current on exchange (id) where is_current;
create unique index exchange_slug on exchange (slug) where is_current;
create index exchange_by_slug on exchange (slug);
create index exchange_by_party on exchange using gin (parties);
create index exchange_by_agreement on exchange (agreement, slug) where agreement is not null;
create index exchange_by_words on exchange using gin (words);

-- An agreement that nobody has put a day to.
alter table agreement
    alter signed_on drop not null,
    drop constraint agreement_signed_precision_check,
    add constraint agreement_signed_precision_check check (signed_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    add check ((signed_on is null) = (signed_precision = 'UNKNOWN'));

-- A direction of an exchange; a release that nobody has promised a number for.
alter table commitment
    alter agreement drop not null,
    alter quantity drop not null,
    add exchange       text,
    -- all of them at one time: the one batch is the total
    add single_release boolean not null default false,
    -- null where nobody says
    add category_kind  text check (category_kind in ('LIVING', 'REMAINS', 'CIVILIANS', 'THIRD_COUNTRY_NATIONALS'));
create index commitment_by_exchange on commitment (exchange, slug) where exchange is not null;

-- What a figure can be: of both directions of an exchange together; of a release that belongs to no commitment; of several
-- lists; a denial or an ordinal claim without a number.
alter table release_report
    alter commitment drop not null,
    alter agreement drop not null,
    alter comparator drop not null,
    add exchange        text,
    add releasing_party text,
    add receiving_party text,
    add scopes          varchar[],
    add parts_complete  boolean not null default false,
    add category_kind   text check (category_kind in ('LIVING', 'REMAINS', 'CIVILIANS', 'THIRD_COUNTRY_NATIONALS')),
    -- the organ that the claimant spoke for here, where it is another than the one that it speaks for as a rule
    add spoke_for       text,
    -- as the client says; own_words is what follows from it and from the quote behind the report
    add stated_own_words boolean,
    add ordinal         int check (ordinal between 1 and 100000),
    add quantity_approximate boolean not null default false,
    drop constraint release_report_basis_check,
    add constraint release_report_basis_check check (basis in ('BATCH', 'CUMULATIVE', 'REMAINING', 'TOTAL', 'REARRESTED')),
    add constraint release_report_about_one check (num_nonnulls(commitment, exchange, releasing_party) = 1),
    add check (receiving_party is null or releasing_party is not null),
    add check (comparator is not null or stage in ('DENIED', 'SUSPENDED') or ordinal is not null),
    add check (scope is null or scopes is null);
create index release_report_by_exchange on release_report (exchange, event_on, id) where exchange is not null;
create index release_report_by_releasing_party on release_report (releasing_party, event_on, id)
    where releasing_party is not null;
