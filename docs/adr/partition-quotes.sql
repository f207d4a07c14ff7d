-- Makes the table of quotes the first partition of a table that is partitioned by range of the id: see 0101-quotes-in-one-table.md.
-- Run it as the role that owns the tables, with a bound that no id has reached yet: psql -v bound=ID -f partition-quotes.sql.
-- Ids begin with the milliseconds since 1970, so '01a50000-…' is a bound of a certain day.

-- Everybody reads and writes while this is checked; only adding it takes a lock, for a moment.
alter table quote add constraint quote_before_bound check (id < :'bound') not valid;
alter table quote validate constraint quote_before_bound;

begin;
set local lock_timeout = '5s';
lock table quote in access exclusive mode;
alter table quote rename to quote_1;
create table quote (like quote_1 including defaults including generated including constraints including storage)
    partition by range (id);
alter table quote drop constraint quote_before_bound;
do $$
declare
    old record;
begin
    -- The same indexes; those of the first partition are attached and not built again.
    for old in select c.relname, pg_get_indexdef(i.indexrelid) definition, con.contype is not null is_key
               from pg_index i join pg_class c on c.oid = i.indexrelid
               left join pg_constraint con on con.conindid = i.indexrelid
               where i.indrelid = 'quote_1'::regclass loop
        execute format('alter index %I rename to %I', old.relname, old.relname || '_1');
        if old.is_key then
            execute 'alter table quote add constraint quote_pkey primary key (id, revision)';
        else
            execute replace(replace(old.definition, ' ON public.quote_1 ', ' ON public.quote '), ' ON ONLY public.quote_1 ',
                ' ON public.quote ');
        end if;
    end loop;
end $$;
-- Triggers of the whole table are passed on to its partitions.
drop trigger keep_quote_tags on quote_1;
drop trigger keep_search_words on quote_1;
alter table quote attach partition quote_1 for values from (minvalue) to (:'bound');
create table quote_2 partition of quote for values from (:'bound') to (maxvalue);
create trigger keep_quote_tags after insert or update or delete on quote for each row execute function keep_quote_tags();
create trigger keep_search_words after insert on quote for each row execute function keep_search_words();
alter table quote_1 drop constraint quote_before_bound;
commit;
