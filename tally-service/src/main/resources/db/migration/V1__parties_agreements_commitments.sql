-- Every revision of every record is a row; the current one has no end: see docs/adr/0102-every-revision-in-one-table.md.
-- Parties, agreements and commitments are few and known by their slugs, which never change.
create table party (
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
    name          text        not null,
    kind          text        not null check (kind in ('STATE', 'ARMED_GROUP', 'COALITION', 'MEDIATOR', 'MONITOR')),
    aliases       varchar[]      not null,
    -- the name and the aliases as they are compared
    name_keys     varchar[]      not null,
    wikidata_id   text check (wikidata_id ~ '^Q[1-9][0-9]*$'),
    primary key (id, revision),
    check (recorded_from < recorded_to)
);
create unique index party_current on party (id) where is_current;
-- also of retracted ones: what was cited by a slug must never become something else
create unique index party_slug on party (slug) where is_current;
create index party_by_slug on party (slug);

create table agreement (
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
    signed_on     date        not null,
    signed_precision text     not null check (signed_precision in ('DAY', 'MONTH', 'YEAR')),
    -- slugs of parties; varchar, because Hibernate compares arrays as such
    signatories   varchar[]      not null,
    bound_parties varchar[]      not null,
    place         text,
    url           text,
    note          text,
    primary key (id, revision),
    check (recorded_from < recorded_to)
);
create unique index agreement_current on agreement (id) where is_current;
create unique index agreement_slug on agreement (slug) where is_current;
create index agreement_by_slug on agreement (slug);
create index agreement_by_party on agreement using gin (bound_parties);

create table commitment (
    id              uuid        not null,
    revision        int         not null check (revision >= 1),
    recorded_from   timestamptz not null,
    recorded_to     timestamptz not null default 'infinity',
    is_current      boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by     text        not null,
    revision_type   text        not null,
    reason          text,
    retracted       boolean     not null default false,
    slug            text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    agreement       text        not null,
    releasing_party text        not null,
    receiving_party text        not null,
    category        text        not null,
    -- {comparator, min, max, wording}
    quantity        jsonb       not null,
    due_on          date,
    due_precision   text        not null check (due_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    condition       text,
    supersedes      text,
    scope           text,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check (releasing_party <> receiving_party),
    check (supersedes <> slug),
    check ((due_on is null) = (due_precision = 'UNKNOWN'))
);
create unique index commitment_current on commitment (id) where is_current;
create unique index commitment_slug on commitment (slug) where is_current;
create index commitment_by_slug on commitment (slug);
create index commitment_by_agreement on commitment (agreement, slug);
create index commitment_by_releasing_party on commitment (releasing_party, slug);
create index commitment_by_receiving_party on commitment (receiving_party, slug);
create index commitment_by_superseded on commitment (supersedes) where supersedes is not null;
