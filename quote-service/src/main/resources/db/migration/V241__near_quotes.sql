-- Pairs of quotes by one speaker that are alike in words but not one statement, with what differs, seen from the first of them:
-- [{kind, here, there}]. Each pair stands here twice, once from either end.
create table near_quote (
    id            uuid        not null,
    other         uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    difference    jsonb       not null,
    primary key (id, other, revision),
    check (recorded_from < recorded_to),
    check (id <> other)
);
create unique index near_quote_current on near_quote (id, other) where is_current;
create index near_quote_other on near_quote (other) where is_current;
