-- What the gateway has asked to be written whole or not at all. PREPARED is unseen by every read but holds its names and
-- addresses, so that its commit cannot fail; COMMITTED and ABORTED stay, so that both can be asked for again.
create table intake (
    id          uuid primary key,
    state       text        not null check (state in ('PREPARED', 'COMMITTED', 'ABORTED')),
    prepared_by text,
    prepared_at timestamptz not null default now(),
    decided_at  timestamptz,
    request     jsonb,
    plan        jsonb
);

-- Records that a prepared intake uses or will make; nobody may retract them or take their names meanwhile.
create table intake_hold (
    intake_id   uuid    not null references intake on delete cascade,
    record_type text    not null check (record_type in ('outlet', 'document', 'speaker')),
    record_id   uuid    not null,
    -- does not exist yet; key is then its name as compared, or its URL
    is_new      boolean not null,
    key         text,
    primary key (intake_id, record_type, record_id)
);
create index intake_hold_by_record on intake_hold (record_id);
create index intake_hold_by_key on intake_hold (record_type, md5(key)) where is_new;
