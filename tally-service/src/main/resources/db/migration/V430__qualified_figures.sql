-- Words such as 'nearly' beside a figure make another figure of it. What was checked before is checked again: a change is a
-- new revision.
alter table release_report drop constraint release_report_evidence_check_check;
alter table release_report add constraint release_report_evidence_check_check check (evidence_check in
    ('UNKNOWN', 'VERIFIED', 'DERIVED', 'FIGURE_ABSENT', 'FIGURE_QUALIFIED', 'WORDS_ABSENT', 'UNVERIFIED', 'MISSING'));

update evidence_queue set checked_at = '-infinity';
