-- What the gateway has asked to be written whole or not at all. PREPARED is unseen by every read but holds the records that
-- it refers to, so that its commit cannot fail; COMMITTED and ABORTED stay, so that both can be asked for again.
create table intake (
    id          uuid primary key,
    state       text        not null check (state in ('PREPARED', 'COMMITTED', 'ABORTED')),
    prepared_by text,
    prepared_at timestamptz not null default now(),
    decided_at  timestamptz,
    request     jsonb,
    plan        jsonb
);

-- Records that a prepared intake uses; nobody may retract them meanwhile.
create table intake_hold (
    intake_id   uuid    not null references intake on delete cascade,
    record_type text    not null check (record_type in ('commitment')),
    record_id   uuid    not null,
    -- the same table as in the quote-service; nothing that is new needs a hold here
    is_new      boolean not null check (not is_new),
    key         text,
    primary key (intake_id, record_type, record_id)
);
create index intake_hold_by_record on intake_hold (record_id);
