-- What sources say about releases. A tally reads the reports of one commitment through report_by_commitment and nothing
-- else, so that its cost follows from them and not from the size of the table.
create table release_report (
    id              uuid        not null,
    revision        int         not null check (revision >= 1),
    recorded_from   timestamptz not null,
    recorded_to     timestamptz not null default 'infinity',
    is_current      boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by     text        not null,
    revision_type   text        not null,
    reason          text,
    retracted       boolean     not null default false,
    commitment      text        not null,
    -- of the commitment, kept here for lists
    agreement       text        not null,
    claimant        text        not null,
    -- the claimant's name as it is compared
    claimant_key    text        not null,
    speaker_id      uuid,
    -- the party organ that the claimant speaks for
    speaks_for      text,
    source_kind     text        not null check (source_kind in ('RELEASING_PARTY', 'RECEIVING_PARTY', 'MEDIATOR', 'MONITOR', 'MEDIA')),
    stage           text        not null check (stage in ('DEMANDED', 'OFFERED', 'LISTED', 'ANNOUNCED', 'REPORTED', 'VERIFIED',
                                                          'DENIED', 'SUSPENDED')),
    basis           text        not null check (basis in ('BATCH', 'CUMULATIVE', 'REMAINING', 'TOTAL')),
    comparator      text        not null check (comparator in ('EXACTLY', 'ABOUT', 'AT_LEAST', 'OVER', 'UP_TO', 'BETWEEN', 'SOME')),
    quantity_min    int check (quantity_min between 0 and 10000000),
    quantity_max    int check (quantity_max between 0 and 10000000),
    quantity_wording text,
    -- the whole that a REMAINING or a part is out of
    out_of          int check (out_of between 0 and 10000000),
    event_on        date        not null,
    event_precision text        not null check (event_precision in ('DAY', 'MONTH', 'YEAR')),
    -- the first day that the number covers, where it is an earlier one
    event_since     date,
    category_detail text,
    place           text,
    -- null inside the commitment; else the list that it counts in
    scope           text,
    published_at    timestamptz not null,
    published_whole_day boolean not null,
    outlet          text,
    -- [{name, kind, url}], nearest to the claimant first
    reporting_chain jsonb       not null,
    -- where the chain begins, and whether the figure stands in the claimant's own words: what a tally needs of both
    root            text        not null,
    own_words       boolean     not null,
    -- {quoteId, documentUrl, quotation, quoteKind}
    evidence        jsonb,
    reliability     text check (reliability ~ '^[A-F]$'),
    credibility     int check (credibility between 1 and 6),
    note            text,
    -- the running total is lower than the line's last one, and nobody has said why
    decrease_flagged boolean    not null,
    decrease_reason text,
    -- why it is in dispute, where it is
    dispute         text,
    -- the release that an editor has put the batch in, and which telling of it the batch is a part of
    release         text,
    telling         text,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check (quantity_min <= quantity_max),
    check (event_since <= event_on)
);
create unique index release_report_current on release_report (id) where is_current;
create index release_report_by_commitment on release_report (commitment, event_on, id);
create index release_report_by_agreement on release_report (agreement, event_on, id);
create index release_report_by_claimant on release_report (claimant_key, event_on, id);
create index release_report_by_event on release_report (event_on, id);
