-- Whether the figure stands in the words, and the words in the document, said apart. What was checked before is checked again:
-- a change is a new revision.
alter table release_report drop constraint release_report_evidence_check_check;
alter table release_report add constraint release_report_evidence_check_check check (evidence_check in
    ('UNKNOWN', 'VERIFIED', 'DERIVED', 'FIGURE_ABSENT', 'WORDS_ABSENT', 'UNVERIFIED', 'MISSING'));
do $$
declare
    found text;
begin
    for found in select conname from pg_constraint where conrelid = 'release_report'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%checked_kind IS NULL%' and pg_get_constraintdef(oid) like '%evidence_check%'
    loop
        execute format('alter table release_report drop constraint %I', found);
    end loop;
end $$;
alter table release_report add constraint release_report_checked_kind_of_quote
    check (evidence_check not in ('UNKNOWN', 'MISSING') or checked_kind is null);

update evidence_queue set checked_at = '-infinity';
insert into evidence_queue (report_id)
select id from release_report
where is_current and not retracted and evidence ->> 'documentUrl' is not null and evidence ->> 'quotation' is not null
on conflict (report_id) do nothing;
