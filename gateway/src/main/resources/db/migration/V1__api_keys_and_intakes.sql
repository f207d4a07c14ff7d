-- API keys. The key itself is shown once, to whoever created it; this table can check one, not make one.
CREATE TABLE api_key (
    id           uuid        PRIMARY KEY,
    -- The first characters of the key after its prefix: they find the row, and tell people which key is meant.
    lookup       text        NOT NULL,
    salt         bytea       NOT NULL,
    hash         bytea       NOT NULL,
    name         text        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN')),
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz
);
-- Not unique: two keys may begin alike, and then both are tried.
CREATE INDEX api_key_lookup ON api_key (lookup);
-- Names are what records say about who recorded them, so two keys that work must not share one.
CREATE UNIQUE INDEX api_key_name ON api_key (name) WHERE revoked_at IS NULL;

-- Intakes: the decision that both services will carry out. DECIDED is the commit point.
CREATE TABLE intake (
    id              uuid        PRIMARY KEY,
    state           text        NOT NULL CHECK (state IN ('PREPARING', 'DECIDED', 'COMMITTED', 'ABORTING', 'ABORTED')),
    -- Whether the tally-service takes part: an intake without release reports is the quote-service's alone.
    with_tallies    boolean     NOT NULL,
    caller          text        NOT NULL,
    role            text        NOT NULL,
    idempotency_key text,
    request_hash    bytea       NOT NULL,
    result          jsonb,
    created_at      timestamptz NOT NULL,
    -- An intake that is still PREPARING at this time is given up by whichever replica sees it.
    decide_by       timestamptz NOT NULL,
    -- When a replica may next look after it; pushed forward by the one that does, so that two never work on it at once.
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    finished_at     timestamptz
);
CREATE UNIQUE INDEX intake_idempotency_key ON intake (caller, idempotency_key);
CREATE INDEX intake_in_flight ON intake (next_attempt_at) WHERE finished_at IS NULL;
