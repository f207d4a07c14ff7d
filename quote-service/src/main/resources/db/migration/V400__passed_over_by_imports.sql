-- What of an imported file is no record, by kind and number.
alter table import_job add column passed_over text[] not null default '{}';
