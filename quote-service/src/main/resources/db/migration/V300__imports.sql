-- Imports: a file comes in as blocks of lines, and its lines are written in chunks, each in one transaction that moves next_line
-- on. So a service that dies goes on where the last chunk ended, and no line is written twice or lost.
create table import_job (
    id            uuid        primary key,
    format        text        not null,
    dataset       text        not null,
    licence       text,
    state         text        not null check (state in ('RECEIVING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'UNDONE')),
    -- what a running one does: look for what will be refused, write, or take back what it wrote
    phase         text        not null check (phase in ('CHECK', 'WRITE', 'UNDO')),
    dry_run       boolean     not null,
    strict        boolean     not null,
    created_by    text        not null,
    created_at    timestamptz not null default now(),
    -- when the last block came: an upload that has been silent for long is given up
    touched_at    timestamptz not null default now(),
    started_at    timestamptz,
    ended_at      timestamptz,
    lines         bigint      not null default 0,
    next_line     bigint      not null default 1,
    rows_read     bigint      not null default 0,
    written       bigint      not null default 0,
    already_there bigint      not null default 0,
    revised       bigint      not null default 0,
    refused       bigint      not null default 0,
    problem       text,
    undo_reason   text,
    undo_by       text
);
create index import_job_open on import_job (created_at) where state in ('RECEIVING', 'RUNNING');
create index import_job_by_time on import_job (created_at desc, id);

-- The file's lines, as they came; gone when the import has ended.
create table import_block (
    import_id  uuid   not null references import_job on delete cascade,
    first_line bigint not null,
    lines      int    not null,
    content    bytea  not null,
    primary key (import_id, first_line)
);

create table import_refused (
    import_id uuid   not null references import_job on delete cascade,
    line      bigint not null,
    pointer   text   not null,
    reason    text   not null,
    content   text   not null,
    primary key (import_id, line)
);

-- Which records stand for a row of a data set: what makes the same file change nothing when it comes again.
create table import_row (
    dataset     text   not null,
    row_key     text   not null,
    -- of the row as it was last taken; null where it must be compared anew
    row_hash    bytea,
    import_id   uuid   not null references import_job,
    line        bigint not null,
    -- the import that last brought the row with another content, and its line there
    revised_by  uuid   references import_job,
    document_id uuid   not null,
    quote_ids   uuid[] not null,
    primary key (dataset, row_key)
);
create index import_row_by_import on import_row (import_id, line);

-- The revisions that an import made of records that were there.
create table import_revision (
    import_id   uuid not null references import_job,
    record_type text not null,
    record_id   uuid not null,
    revision    int  not null,
    dataset     text not null,
    row_key     text not null,
    primary key (import_id, record_type, record_id)
);

-- The keys that a look at the whole file has met so far.
create table import_seen (
    import_id uuid   not null references import_job on delete cascade,
    row_key   text   not null,
    row_hash  bytea  not null,
    line      bigint not null,
    primary key (import_id, row_key)
);

-- Which import first recorded it: its data set and its licence are there.
alter table outlet add column import_id uuid;
alter table speaker add column import_id uuid;
alter table document add column import_id uuid;
alter table quote add column import_id uuid;
create index outlet_by_import on outlet (import_id) where import_id is not null;
create index speaker_by_import on speaker (import_id) where import_id is not null;
