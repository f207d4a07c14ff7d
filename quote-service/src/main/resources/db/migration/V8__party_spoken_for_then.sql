-- The party that a speaker spoke for at a moment: that of the role held then, the one begun last if there are several; the
-- speaker's own where no role of that time names one. The dates are ISO 8601 with a year, a month or a day, so they compare as text.
create function party_spoken_for(roles jsonb, party text, at timestamptz) returns text
    language sql stable parallel safe
    return case
        when roles = '[]'::jsonb then party
        else coalesce(
            (select r.role ->> 'party'
             from jsonb_array_elements(roles) with ordinality r (role, place),
                  to_char(at at time zone 'UTC', 'YYYY-MM-DD') day
             where r.role ->> 'party' is not null
               and coalesce(r.role ->> 'from', '') <= day
               and (r.role ->> 'to' is null or left(day, length(r.role ->> 'to')) <= r.role ->> 'to')
             order by coalesce(r.role ->> 'from', '') desc, r.place
             limit 1), party)
    end;

create index speaker_by_role on speaker using gin (roles jsonb_path_ops);
