-- Mappings and drafts are text: jsonb would put the members of their objects in another order.
-- Imports of tables. The rows are staged here, and each is accounted for here, so that any replica goes on where another one died.
CREATE TABLE import_job (
    id            uuid        PRIMARY KEY,
    format        text        NOT NULL,
    dataset       text        NOT NULL,
    licence       text,
    state         text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'UNDONE')),
    dry_run       boolean     NOT NULL,
    strict        boolean     NOT NULL,
    caller        text        NOT NULL,
    role          text        NOT NULL,
    mapping       text        NOT NULL,
    headings      text[]      NOT NULL,
    rows_read     bigint      NOT NULL DEFAULT 0,
    written       bigint      NOT NULL DEFAULT 0,
    already_there bigint      NOT NULL DEFAULT 0,
    revised       bigint      NOT NULL DEFAULT 0,
    refused       bigint      NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    started_at    timestamptz,
    ended_at      timestamptz,
    problem       text,
    -- Until when the replica that works on it has it to itself; it says so again and again.
    lease_until   timestamptz,
    cancel_asked  boolean     NOT NULL DEFAULT false,
    -- Why it is to be undone; with it, the job is taken up again.
    undo_reason   text
);
CREATE INDEX import_job_newest ON import_job (created_at DESC, id DESC);

CREATE TABLE import_row (
    import_id    uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    line         bigint NOT NULL,
    cells        text[] NOT NULL,
    row_key      text   NOT NULL,
    has_id       boolean NOT NULL,
    -- The hash of what tells its document from others: rows of one document are taken in together.
    document_key text   NOT NULL,
    state        text   NOT NULL CHECK (state IN ('PENDING', 'DONE', 'REFUSED')),
    PRIMARY KEY (import_id, line)
);
CREATE INDEX import_row_pending ON import_row (import_id, line) WHERE state = 'PENDING';
CREATE INDEX import_row_of_document ON import_row (import_id, document_key) WHERE state = 'PENDING';
CREATE INDEX import_row_key ON import_row (import_id, row_key);

CREATE TABLE import_refusal (
    import_id uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    line      bigint NOT NULL,
    n         integer NOT NULL,
    pointer   text   NOT NULL,
    reason    text   NOT NULL,
    content   text   NOT NULL,
    PRIMARY KEY (import_id, line, n)
);

-- What each row of a data set has become, whichever file it came from: a row that says the same again changes nothing.
CREATE TABLE import_record (
    dataset     text  NOT NULL,
    label       text  NOT NULL,
    document_id uuid  NOT NULL,
    quote_id    uuid,
    report_id   uuid,
    draft       text  NOT NULL,
    import_id   uuid  NOT NULL REFERENCES import_job ON DELETE CASCADE,
    PRIMARY KEY (dataset, label)
);
CREATE INDEX import_record_of_job ON import_record (import_id);

CREATE TABLE import_document (
    dataset      text NOT NULL,
    document_key text NOT NULL,
    document_id  uuid NOT NULL,
    import_id    uuid NOT NULL REFERENCES import_job ON DELETE CASCADE,
    -- Whether it was not there before: undoing an import retracts no document that somebody else recorded.
    is_new       boolean NOT NULL,
    PRIMARY KEY (dataset, document_key)
);

-- What a job revised, as it was before, for undoing it.
CREATE TABLE import_change (
    import_id uuid  NOT NULL REFERENCES import_job ON DELETE CASCADE,
    dataset   text  NOT NULL,
    label     text  NOT NULL,
    before    text  NOT NULL,
    PRIMARY KEY (import_id, label)
);

CREATE TABLE import_mapping (
    name     text        PRIMARY KEY,
    mapping  text        NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by text        NOT NULL
);
