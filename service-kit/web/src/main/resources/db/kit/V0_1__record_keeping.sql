-- The application connects as ${app_role}: it reads and writes rows and cannot change tables. This comes first, so that it
-- holds for every table that the later migrations make.
alter default privileges in schema public grant select, insert, update, delete on tables to "${app_role}";
alter default privileges in schema public grant usage, select on sequences to "${app_role}";
grant usage on schema public to "${app_role}";

-- The feed of changes. Numbers are drawn under the writers' lock, so they rise in the order of the commits.
create table change (
    seq         bigint generated always as identity primary key,
    kind        text        not null,
    record_type text        not null,
    record_id   text        not null,
    revision    int         not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index change_by_record on change (record_type, record_id, seq);

-- Answers to POSTs with an Idempotency-Key; status is null only within the transaction that makes the answer.
create table idempotency_key (
    caller       text        not null,
    operation    text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int,
    location     text,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (caller, operation, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
