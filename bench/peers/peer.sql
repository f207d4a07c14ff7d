-- The bench's rows as a table of quotes, as an application of one's own would have it: the current quotes with a column for each value
-- and an index for each list. Run in a copy of the quote-service's database, whose tables it drops.
create schema peer;
create table peer.speaker as select id, name, kind, party from speaker where is_current;
create table peer.outlet as select id, name, kind from outlet where is_current;
create table peer.document as select id, url, title, published_at, outlet_id from document where is_current;
create table peer.quote (
    id             uuid        not null,
    content        text        not null,
    kind           text        not null,
    language       text        not null,
    role           text,
    agreement      text,
    party          text,
    topic          text,
    said_at        timestamptz not null,
    speaker_id     uuid        not null,
    document_id    uuid        not null,
    content_vector tsvector    generated always as (to_tsvector('english', content)) stored
);
insert into peer.quote (id, content, kind, language, role, agreement, party, topic, said_at, speaker_id, document_id)
select id, content, kind, language, role, about_agreements[1], about_parties[1], about_topics[1], sort_at, speaker_id, document_id
from quote where is_current and not retracted order by id;
drop schema public cascade;
alter schema peer rename to public;
alter table speaker add primary key (id);
alter table outlet add primary key (id);
alter table document add primary key (id), add foreign key (outlet_id) references outlet;
alter table quote add primary key (id), add foreign key (speaker_id) references speaker, add foreign key (document_id) references document;
create index on quote (agreement, said_at desc, id desc);
create index on quote (speaker_id, said_at desc, id desc);
create index on quote (document_id);
create index on quote (said_at desc, id desc);
create index on quote using gin (content_vector);
grant usage on schema public to public;
vacuum analyze;
