-- A trigger that reads the rows of a whole statement can serve one event only, hence three. The
-- function that records updates names the columns of its table: call this again in the migration
-- that adds or drops one.

create or replace procedure public.audit_table(p_table regclass)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_function text;
    v_trigger record;
begin
    select format('public.%I', 'audit_updated_' || relname)
    into strict v_function
    from pg_class
    where oid = p_table;

    execute format(
        'create or replace function %s()
        returns trigger
        language plpgsql
        security definer
        set search_path = pg_catalog, pg_temp
        as %L',
        v_function,
        public.audit_updates_source(p_table)
    );
    execute format(
        'comment on function %s is %L',
        v_function,
        format('Statement trigger: adds an audit entry for each row of %s that changed.', p_table)
    );
    execute format('alter function %s owner to bduf_owner', v_function);
    execute format('revoke execute on function %s from public', v_function);

    for v_trigger in
        select *
        from (values
            ('insert', 'inserted', 'new table as new_rows', 'public.audit_inserted_rows'),
            ('update', 'updated', 'old table as old_rows new table as new_rows', v_function),
            ('delete', 'deleted', 'old table as old_rows', 'public.audit_deleted_rows')
        ) as wanted (event, done, transition_tables, function_name)
    loop
        execute format(
            'create or replace trigger _800_audit_%1$s after %1$s on %2$s referencing %3$s
            for each statement execute function %4$s()',
            v_trigger.event,
            p_table,
            v_trigger.transition_tables,
            v_trigger.function_name
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
    'Has every change of a table recorded from now on, with the columns it has; it needs an id.';
