-- Updates are recorded by a function of each table that compares its columns by name, at half the
-- cost of one for all (ADR 0030).

-- migrate:up

-- Columns that are named can be compared before anything becomes JSON, which is what costs: a
-- function that serves every table turns every column of every row into JSON first. So each table
-- has a function of its own, and one whose columns change is audited anew: `call
-- public.audit_table('public.<table>')`, in the same migration.
--
-- Old and new rows are paired by a full join although each row has its partner: the server can run
-- that as a hash or merge join only. A plan is made once and kept, often for a statement of one
-- row; the nested loop it would otherwise be takes forever once a statement changes 100,000.
--
-- The time of change is left out, since the entry has its own, and so is the search vector, which
-- follows from the text. Secrets show that they changed, and no more. `offset 0` keeps the planner
-- from putting the values in place of each mention of them and computing them as many times.

create or replace function public.audit_updates_source(p_table regclass)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    with
        recorded as (
            select attnum, attname
            from pg_attribute
            where
                attrelid = p_table
                and attnum > 0
                and not attisdropped
                and attname not in ('search_vector', 'updated_at')
        ),
        compared as (
            select
                side,
                string_agg(
                    format(
                        $field$case
                    when old_row.%1$I is distinct from new_row.%1$I
                    then jsonb_build_object(%1$L, %2$s)
                    else '{}'
                end$field$,
                        attname,
                        case
                            when attname in ('password_hash', 'api_key_hash') then '''redacted'''
                            else format('%s_row.%I', side, attname)
                        end
                    ),
                    e'\n                || '
                    order by attnum
                ) as fields
            from
                recorded
                cross join unnest(array['old', 'new']) as side
            group by side
        )
    select
        format(
            $source$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                %s as project_id,
                %s as organization_id,
                %s as old_values,
                %s as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$source$,
            case
                when exists (select from recorded where attname = 'project_id')
                then 'coalesce(new_row.project_id, old_row.project_id)'
                else
                    'public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row)))'
            end,
            case
                when p_table = 'public.organizations'::regclass then 'id'
                when exists (select from recorded where attname = 'organization_id')
                then 'coalesce(new_row.organization_id, old_row.organization_id)'
                else 'null::uuid'
            end,
            (select fields from compared where side = 'old'),
            (select fields from compared where side = 'new')
        );
$$;

comment on function public.audit_updates_source is
    'Body of the function that records updates of a table: compares the columns it has now.';

alter function public.audit_updates_source owner to bduf_owner;
revoke execute on function public.audit_updates_source from public;
grant execute
on function public.audit_updates_source
to bduf_readonly, bduf_app, bduf_admin, bduf_job;

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

call public.audit_table('public.users');
call public.audit_table('public.organizations');
call public.audit_table('public.team_memberships');
call public.audit_table('public.projects');
call public.audit_table('public.tasks');
call public.audit_table('public.task_dependencies');
call public.audit_table('public.requirements');
call public.audit_table('public.architecture_decisions');
call public.audit_table('public.project_risks');
call public.audit_table('public.collaboration_sessions');
call public.audit_table('public.session_participants');
call public.audit_table('public.approval_workflows');
call public.audit_table('public.approval_requests');
call public.audit_table('public.approval_assignments');
call public.audit_table('public.approval_responses');
call public.audit_table('public.project_analytics');

drop function public.audit_updated_rows;

-- migrate:down

-- Old and new rows are paired by a full join although each row has its partner: the server can run
-- that as a hash or merge join only. A plan is made once and kept, often for a statement of one
-- row; the nested loop it would otherwise be takes forever once a statement changes 100,000.
--
-- The time of change is left out, since the entry has its own, and so is the search vector, which
-- follows from the text. Secrets show that they changed, and no more. An update that changes
-- nothing leaves no entry. `offset 0` keeps the planner from putting an expression in place of each
-- mention of its name and computing it as many times.

create or replace function public.audit_updated_rows()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        id,
        scope.project_id,
        coalesce(
            (known.row ->> 'organization_id')::uuid,
            (select organization_id from public.projects as prj where prj.id = scope.project_id),
            case tg_table_name when 'organizations' then id end
        ),
        changed.old_values,
        changed.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        old_rows as old_row
        full join new_rows as new_row using (id)
        cross join public.audit_actor() as actor
        cross join lateral (
            select
                to_jsonb(old_row),
                to_jsonb(new_row)
            offset 0
        ) as whole (old_row, new_row)
        cross join lateral (select coalesce(whole.new_row, whole.old_row)) as known (row)
        cross join lateral (
            select
                jsonb_object_agg(key, case when is_secret then '"redacted"' else old_value end),
                jsonb_object_agg(key, case when is_secret then '"redacted"' else new_value end)
            from
                jsonb_object_keys(known.row) as field (key)
                cross join lateral (
                    select
                        whole.old_row -> key,
                        whole.new_row -> key,
                        key in ('password_hash', 'api_key_hash')
                ) as field_values (old_value, new_value, is_secret)
            where
                old_value is distinct from new_value
                and key not in ('search_vector', 'updated_at')
        ) as changed (old_values, new_values)
        cross join lateral (
            select
                coalesce(
                    (known.row ->> 'project_id')::uuid,
                    public.audited_project_id(tg_table_name, known.row)
                )
            offset 0
        ) as scope (project_id)
    where changed.new_values is not null;

    return null;
end;
$$;

comment on function public.audit_updated_rows is
    'Statement trigger: adds an audit entry for each row with other values than before.';

alter function public.audit_updated_rows owner to bduf_owner;
revoke execute on function public.audit_updated_rows from public;

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

do $$
declare
    v_table name;
begin
    for v_table in
        select relname
        from
            pg_catalog.pg_trigger
            join pg_catalog.pg_class on pg_class.oid = tgrelid
        where
            relnamespace = 'public'::regnamespace
            and tgname = '_800_audit_update'
        order by relname
    loop
        execute format(
            'create or replace trigger _800_audit_update after update on public.%I
            referencing old table as old_rows new table as new_rows
            for each statement execute function public.audit_updated_rows()',
            v_table
        );
        execute format('drop function public.%I', 'audit_updated_' || v_table);
    end loop;
end;
$$;

drop function public.audit_updates_source;
