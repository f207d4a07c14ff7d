-- The 16 partitions of the quotes become one table: docs/adr/0101-quotes-in-one-table.md says why. All of it is one transaction,
-- so what is broken off leaves nothing behind and starts again from the beginning. Readers go on until the last statements;
-- writers wait, and get an error where they wait for longer than their statements may take.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
-- The ledger's key: a writer then waits before it has read anything, and does not stand in the way of the last statements.
select pg_advisory_xact_lock(123563834043493);
lock table quote in share mode;

create table quote_flat (like quote including defaults including generated including constraints including storage);

-- In the order of ids, which is that of recording: what was recorded together stands together.
insert into quote_flat (id, revision, recorded_from, recorded_to, recorded_by, revision_type, reason, retracted, document_id,
    outlet_id, published_at, speaker_id, speaker_candidates, role, cue, content, content_search, kind, said_from, said_precision,
    channel, reporting_chain, language, original, about_parties, about_agreements, about_topics, about_exchanges, anchors,
    anchor_checks, verification, verification_detail, words, words_found, verified_at, verified_sha256, verified_text_kind,
    sort_at, tags, root_key, content_hash, sketch, occurrence_of, occurrence_fixed)
select id, revision, recorded_from, recorded_to, recorded_by, revision_type, reason, retracted, document_id,
    outlet_id, published_at, speaker_id, speaker_candidates, role, cue, content, content_search, kind, said_from, said_precision,
    channel, reporting_chain, language, original, about_parties, about_agreements, about_topics, about_exchanges, anchors,
    anchor_checks, verification, verification_detail, words, words_found, verified_at, verified_sha256, verified_text_kind,
    sort_at, tags, root_key, content_hash, sketch, occurrence_of, occurrence_fixed
from quote order by id, revision;

alter table quote_flat add constraint quote_flat_pkey primary key (id, revision);
create unique index quote_flat_current on quote_flat (id) where is_current;
-- With what tells whether a list shows a revision, so that lists are found and counted without the rows.
create index quote_flat_by_date on quote_flat (sort_at, id) include (revision, is_current, retracted);
create index quote_flat_by_speaker on quote_flat (speaker_id, sort_at, id) include (revision, is_current, retracted);
create index quote_flat_by_publication on quote_flat (published_at);
create index quote_flat_by_document on quote_flat (document_id);
create index quote_flat_by_occurrence on quote_flat (occurrence_of);
create index quote_flat_by_content on quote_flat (content_hash);
create index quote_flat_to_reverify on quote_flat (id) where words is null and is_current and not retracted;
create index quote_flat_by_word on quote_flat using gin (content_vector, role_vector, tags) with (fastupdate = off);
create index quote_flat_by_sketch on quote_flat using gin (sketch) with (fastupdate = off);

-- What lists by one tag are read from, in their order: the current quotes that are not retracted, by agreement (a:),
-- exchange (e:), outlet (o:), party that they are about (p:) and topic (t:). Triggers keep it, whoever writes a quote.
create table quote_tag (
    tag      text        not null,
    sort_at  timestamptz not null,
    id       uuid        not null,
    revision int         not null
);
insert into quote_tag (tag, sort_at, id, revision)
select distinct tag, sort_at, id, revision from quote_flat, unnest(tags) tag
where is_current and not retracted and left(tag, 2) in ('a:', 'e:', 'o:', 'p:', 't:');
alter table quote_tag add primary key (tag, sort_at, id) include (revision);

create function keep_quote_tags() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.is_current and not old.retracted then
        delete from quote_tag where tag = any (old.tags) and sort_at = old.sort_at and id = old.id;
    end if;
    if tg_op <> 'DELETE' and new.is_current and not new.retracted then
        insert into quote_tag (tag, sort_at, id, revision)
        select tag, new.sort_at, new.id, new.revision from unnest(new.tags) tag
        where left(tag, 2) in ('a:', 'e:', 'o:', 'p:', 't:')
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger keep_quote_tags after insert or update or delete on quote_flat for each row execute function keep_quote_tags();
create trigger keep_search_words after insert on quote_flat for each row execute function keep_search_words();

-- Whoever has read and now waits to write stands in the way until its statement ends. Waiting for less than it takes
-- PostgreSQL to look for deadlocks, this transaction is never the one that is broken off.
do $$
begin
    loop
        begin
            set local lock_timeout = '500ms';
            lock table quote in access exclusive mode;
            exit;
        exception when lock_not_available then
            -- Those that queued behind it have their turn, then it is asked for again.
        end;
    end loop;
end $$;
set local lock_timeout = 0;

drop table quote;
alter table quote_flat rename to quote;
do $$
declare
    index_name text;
begin
    for index_name in select indexname from pg_indexes where schemaname = 'public' and indexname like 'quote\_flat\_%' loop
        execute format('alter index %I rename to %I', index_name, replace(index_name, 'quote_flat_', 'quote_'));
    end loop;
end $$;
analyze quote;
analyze quote_tag;
