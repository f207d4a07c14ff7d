-- How the words of a speaker's names sound, in every script: what names are found by that are spelled in another way. Null in rows
-- that a version wrote which did not know of it; those are found by their letters alone until they are revised.
alter table speaker add column name_words text[], add column name_pairs text[];
-- without the list of pending entries, whose reading would fall on some search
create index speaker_by_sound on speaker using gin (name_words) with (fastupdate = off);
create index speaker_by_sounds on speaker using gin (name_pairs) with (fastupdate = off);
