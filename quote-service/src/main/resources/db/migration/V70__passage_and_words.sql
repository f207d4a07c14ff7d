-- Verification tells where the passage stands from how the quote's words relate to it; "verification" is the verdict on both.
-- Null on revisions that were checked before: their answers stay as they were. Current ones are checked again by the service.
alter table quote add column words text
    check (words in ('SAME', 'SHORTENED', 'ALTERED', 'PARAPHRASE', 'UNCHECKED'));
-- {omitted: [{text, start, end, changesMeaning}], difference: {passage, quote, start, end}}
alter table quote add column words_found jsonb;
alter table quote drop constraint quote_verification_check;
alter table quote add constraint quote_verification_check
    check (verification in ('EXACT', 'NORMALISED', 'AMBIGUOUS', 'ALTERED', 'ORPHANED', 'UNCHECKED'));
create index quote_to_reverify on quote (id) where words is null and is_current and not retracted;

-- What a scraper has left in the text, as it was found when the text came in; null for texts that came before.
alter table document_text add column defects jsonb;
