-- What the quote-service says about the quote behind a report; a change of it is a revision like any other (REVERIFICATION).
alter table release_report
    add evidence_check text not null default 'UNKNOWN' check (evidence_check in ('UNKNOWN', 'VERIFIED', 'UNVERIFIED', 'MISSING')),
    add checked_kind   text check (checked_kind in ('DIRECT', 'INDIRECT', 'MIXED')),
    add check ((evidence_check in ('VERIFIED', 'UNVERIFIED')) or checked_kind is null);
alter table release_report alter evidence_check drop default;

-- When the quote was last asked for: bookkeeping, and no part of the record. One row for each report with a quote.
create table evidence_queue (
    report_id  uuid primary key,
    checked_at timestamptz not null default '-infinity'
);
create index evidence_queue_by_age on evidence_queue (checked_at, report_id);
insert into evidence_queue (report_id)
select id from release_report where is_current and not retracted and evidence ->> 'quoteId' is not null;

-- The batches of one release.
create index release_report_by_release on release_report (commitment, release) where release is not null;
