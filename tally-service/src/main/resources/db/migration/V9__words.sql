-- What a search for words finds agreements and release reports by.
alter table agreement add column words tsvector generated always as (
    to_tsvector('english', title || ' ' || slug || ' ' || coalesce(place, '') || ' ' || coalesce(note, ''))) stored;
create index agreement_by_words on agreement using gin (words);

alter table release_report add column words tsvector generated always as (
    to_tsvector('english', claimant || ' ' || coalesce(speaks_for, '') || ' ' || coalesce(outlet, '') || ' '
        || coalesce(place, '') || ' ' || coalesce(category_detail, '') || ' ' || coalesce(quantity_wording, '') || ' '
        || coalesce(evidence ->> 'quotation', '') || ' ' || coalesce(note, ''))) stored;
create index release_report_by_words on release_report using gin (words);
