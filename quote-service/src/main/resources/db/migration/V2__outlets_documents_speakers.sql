-- Each table holds every revision of its records. A row counts from recorded_from until recorded_to; the current one has no
-- end. A change ends the current row and adds the next; nothing else is ever updated.
create table outlet (
    id            uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by   text        not null,
    revision_type text        not null,
    reason        text,
    retracted     boolean     not null default false,
    name          text        not null,
    -- the name as it is compared: case, accents, punctuation and white space set aside
    name_key      text        not null,
    kind          text        not null check (kind in ('WIRE', 'NEWSPAPER', 'BROADCASTER', 'PLATFORM', 'OFFICIAL_SITE', 'OTHER')),
    url           text,
    country       text check (country ~ '^[A-Z]{2}$'),
    language      text,
    primary key (id, revision),
    check (recorded_from < recorded_to)
);
create unique index outlet_current on outlet (id) where is_current;
create unique index outlet_name on outlet (name_key) where is_current and not retracted;
create index outlet_by_name on outlet (name_key, id);

create table document (
    id                  uuid        not null,
    revision            int         not null check (revision >= 1),
    recorded_from       timestamptz not null,
    recorded_to         timestamptz not null default 'infinity',
    is_current          boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by         text        not null,
    revision_type       text        not null,
    reason              text,
    retracted           boolean     not null default false,
    url                 text        not null,
    title               text        not null,
    outlet_id           uuid        not null,
    published_at        timestamptz not null,
    -- only the day is known: published_at is its start in UTC
    published_whole_day boolean     not null,
    language            text        not null,
    -- null where the document has no text
    text_revision       int,
    primary key (id, revision),
    check (recorded_from < recorded_to)
);
create unique index document_current on document (id) where is_current;
-- by hash, because a URL may be longer than an index entry can be
create unique index document_url on document (md5(url)) where is_current and not retracted;
create index document_by_publication on document (published_at, id);
create index document_by_outlet on document (outlet_id, published_at, id);

-- The texts themselves, apart from their documents' other revisions. Rows are only ever added.
create table document_text (
    document_id   uuid  not null,
    text_revision int   not null check (text_revision >= 1),
    text_kind     text  not null check (text_kind in ('FULL', 'EXCERPT')),
    text          text  not null,
    -- in Unicode code points
    length        int   not null check (length >= 1),
    sha256        text  not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (document_id, text_revision)
);

create table speaker (
    id            uuid        not null,
    revision      int         not null check (revision >= 1),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    is_current    boolean     not null generated always as (recorded_to = 'infinity'::timestamptz) stored,
    recorded_by   text        not null,
    revision_type text        not null,
    reason        text,
    retracted     boolean     not null default false,
    name          text        not null,
    kind          text        not null check (kind in ('PERSON', 'ORGANISATION', 'GROUP', 'ANONYMOUS')),
    aliases       text[]      not null,
    -- the name as it is compared, and the same with the aliases
    name_key      text        not null,
    name_keys     text[]      not null,
    -- all of them as one string, for the search by trigrams
    name_search   text        not null,
    wikidata_id   text check (wikidata_id ~ '^Q[1-9][0-9]*$'),
    party         text,
    speaks_for    uuid,
    -- [{title, party, from, to}]
    roles         jsonb       not null,
    -- the speaker that this one was merged into, and the one at the end of that chain: itself when it was not merged
    merged_into   uuid,
    canonical_id  uuid        not null,
    primary key (id, revision),
    check (recorded_from < recorded_to),
    check ((merged_into is null) = (canonical_id = id)),
    check (merged_into <> id)
);
create unique index speaker_current on speaker (id) where is_current;
create index speaker_by_name_key on speaker using gin (name_keys);
create index speaker_by_trigram on speaker using gin (name_search gin_trgm_ops) where is_current;
create index speaker_by_name on speaker (name_key, id);
create index speaker_by_canonical on speaker (canonical_id);
create index speaker_by_party on speaker (party) where party is not null;
create index speaker_by_wikidata on speaker (wikidata_id) where wikidata_id is not null;
create index speaker_by_organ on speaker (speaks_for) where speaks_for is not null;
