-- Amounts are qualified in more languages, and totals are not added to their parts. What was checked before is checked again: a change
-- is a new revision.
update evidence_queue set checked_at = '-infinity';
