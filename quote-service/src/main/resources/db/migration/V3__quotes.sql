-- All revisions of all quotes, in partitions by the hash of the id: see docs/adr/0101-quotes-partitioned-by-hash.md.
create table quote (
    id                  uuid        not null,
    revision            int         not null check (revision >= 1),
    recorded_from       timestamptz not null,
    recorded_to         timestamptz not null default 'infinity',
    is_current          boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by         text        not null,
    revision_type       text        not null,
    reason              text,
    retracted           boolean     not null default false,
    document_id         uuid        not null,
    -- of the document, kept here so that lists need no join to filter and sort
    outlet_id           uuid        not null,
    published_at        timestamptz not null,
    speaker_id          uuid        not null,
    role                text,
    cue                 text,
    content             text        not null,
    kind                text        not null check (kind in ('DIRECT', 'INDIRECT', 'MIXED')),
    said_from           date,
    said_precision      text        not null check (said_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    channel             text        not null check (channel in ('STATEMENT', 'SOCIAL_POST', 'INTERVIEW', 'PRESS_CONFERENCE',
                                                                'BROADCAST', 'LETTER', 'OTHER')),
    -- [{name, kind, url}], nearest to the speaker first
    reporting_chain     jsonb       not null,
    language            text        not null,
    -- {content, language}
    original            jsonb,
    about_parties       text[]      not null,
    about_agreements    text[]      not null,
    about_topics        text[]      not null,
    -- [{exact, prefix, suffix, start, end}] as the client gave them
    anchors             jsonb       not null,
    -- [{status, selector, spans, detail}] as found in the text: one for each anchor, or one for the content
    anchor_checks       jsonb       not null,
    verification        text        not null check (verification in ('EXACT', 'NORMALISED', 'AMBIGUOUS', 'ORPHANED', 'UNCHECKED')),
    verification_detail text,
    verified_at         timestamptz not null,
    verified_sha256     text,
    verified_text_kind  text,
    -- when it was said, or published where that is not known: what lists are sorted by
    sort_at             timestamptz not null,
    -- what is filtered by equality, each value with a letter for its kind in front ('k:DIRECT', 'a:us-taliban-2020')
    tags                text[]      not null,
    -- the first link of the reporting chain, or the outlet, as it is compared
    root_key            text        not null,
    -- the content as it is compared with that of other quotes: a hash of its words, and a sketch of its word triples
    content_hash        bigint      not null,
    sketch              int[]       not null,
    -- the quote whose occurrence in another document this is: itself when it is the first or the only one
    occurrence_of       uuid        not null,
    -- an editor has put it where it is: the service does not move it
    occurrence_fixed    boolean     not null default false,
    content_vector      tsvector    not null generated always as (search_vector(language, content)) stored,
    role_vector         tsvector    not null generated always as (to_tsvector('parole_simple', coalesce(role, ''))) stored,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check ((said_from is null) = (said_precision = 'UNKNOWN'))
) partition by hash (id);

do $$
begin
    for i in 0..15 loop
        execute format('create table quote_p%s partition of quote for values with (modulus 16, remainder %s)',
            lpad(i::text, 2, '0'), i);
    end loop;
end $$;

create unique index quote_current on quote (id) where is_current;
create index quote_by_date on quote (sort_at, id);
create index quote_by_speaker on quote (speaker_id, sort_at, id);
create index quote_by_publication on quote (published_at);
create index quote_by_document on quote (document_id);
create index quote_by_occurrence on quote (occurrence_of);
create index quote_by_content on quote (content_hash);
-- Without the list of pending entries: its reading would fall on some search, its merging on some write.
create index quote_by_word on quote using gin (content_vector, role_vector, tags) with (fastupdate = off);
create index quote_by_sketch on quote using gin (sketch) with (fastupdate = off);

-- How many occurrences the quotes have that have more than one, and how many of them have roots of their own.
create table occurrence_count (
    id            uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    occurrences   int         not null check (occurrences >= 1),
    independent   int         not null check (independent between 1 and occurrences),
    primary key (id, revision),
    check (recorded_from < recorded_to)
);
create unique index occurrence_count_current on occurrence_count (id) where is_current;
create index occurrence_count_by_independent on occurrence_count (independent);

create table relation (
    id            uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by   text        not null,
    revision_type text        not null,
    reason        text,
    retracted     boolean     not null default false,
    from_quote    uuid        not null,
    type          text        not null check (type in ('DENIES', 'REPEATS', 'CORRECTS', 'RETRACTS', 'RESPONDS_TO')),
    to_quote      uuid        not null,
    note          text,
    -- why it may go against the order of time
    forced_reason text,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check (from_quote <> to_quote)
);
create unique index relation_current on relation (id) where is_current;
create unique index relation_once on relation (from_quote, type, to_quote) where is_current and not retracted;
create index relation_from on relation (from_quote);
create index relation_to on relation (to_quote);
