-- A trigger that reads the rows of a whole statement can serve one event only, hence three.

create or replace procedure public.audit_table(p_table regclass)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_trigger record;
begin
    for v_trigger in
        select *
        from (values
            ('insert', 'inserted', 'new table as new_rows'),
            ('update', 'updated', 'old table as old_rows new table as new_rows'),
            ('delete', 'deleted', 'old table as old_rows')
        ) as wanted (event, done, transition_tables)
    loop
        execute format(
            'create trigger _800_audit_%1$s after %1$s on %2$s referencing %3$s
            for each statement execute function public.audit_%4$s_rows()',
            v_trigger.event,
            p_table,
            v_trigger.transition_tables,
            v_trigger.done
        );
        execute format(
            'comment on trigger _800_audit_%1$s on %2$s is %3$L',
            v_trigger.event,
            p_table,
            format('Adds an entry to audit_logs for each row that a statement %s.', v_trigger.done)
        );
    end loop;
end;
$$;

comment on procedure public.audit_table is
    'Has every change of a table recorded in audit_logs from now on; the table needs a column id.';
