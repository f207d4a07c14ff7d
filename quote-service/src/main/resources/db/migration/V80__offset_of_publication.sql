-- How far the time zone in which a publication time was given is from UTC, in seconds; 0 for what was recorded before it was kept.
alter table document add column published_offset int not null default 0 check (published_offset between -64800 and 64800);
