-- An intake may add exchanges and commitments, and refer to what these stand on.
alter table intake_hold
    drop constraint intake_hold_record_type_check,
    add constraint intake_hold_record_type_check check (record_type in ('party', 'agreement', 'exchange', 'commitment')),
    drop constraint intake_hold_is_new_check;
create index intake_hold_by_key on intake_hold (record_type, md5(key)) where is_new;
