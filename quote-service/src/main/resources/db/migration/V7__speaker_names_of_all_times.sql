-- Names are searched for at past record times too: the index on them must hold every revision.
drop index speaker_by_trigram;
create index speaker_by_trigram on speaker using gin (name_search gin_trgm_ops);
