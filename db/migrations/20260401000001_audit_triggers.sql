-- Every change of every business table leaves an entry in audit_logs, written by triggers.

-- migrate:up

-- The log outlives what it tells of: the references stay on record, and nothing checks them.

alter table public.audit_logs
alter constraint audit_logs_user_id_fkey not enforced,
alter constraint audit_logs_impersonated_by_fkey not enforced,
alter constraint audit_logs_project_id_fkey not enforced,
alter constraint audit_logs_organization_id_fkey not enforced;

comment on constraint audit_logs_user_id_fkey on public.audit_logs is
    'Says what the column means and is not enforced: entries outlive the user.';
comment on constraint audit_logs_impersonated_by_fkey on public.audit_logs is
    'Says what the column means and is not enforced: entries outlive the user.';
comment on constraint audit_logs_project_id_fkey on public.audit_logs is
    'Says what the column means and is not enforced: entries outlive the project.';
comment on constraint audit_logs_organization_id_fkey on public.audit_logs is
    'Says what the column means and is not enforced: entries outlive the organization.';

comment on column public.audit_logs.user_id is
    'User who acted, from the setting bduf.user_id; null for someone not signed in.';
comment on column public.audit_logs.old_values is
    'Object with the former values of the columns that changed, or of all if the row is gone.';
comment on column public.audit_logs.new_values is
    'Object with the later values of the columns that changed, or of all if the row is new.';
comment on column public.audit_logs.metadata is
    'Object with whatever else the event''s class calls for, and the database user who wrote.';

-- Trusted code says at the start of a transaction who acts: `set local bduf.user_id = '<id>'`, and
-- likewise impersonated_by, ip_address, user_agent and request_id. A malformed id or address fails
-- the change. The database user is recorded too: whoever may send free SQL may name anybody.

create or replace function public.audit_actor(
    out user_id uuid,
    out impersonated_by uuid,
    out ip_address inet,
    out user_agent text,
    out request_id text,
    out metadata jsonb
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        nullif(current_setting('bduf.user_id', true), '')::uuid,
        nullif(current_setting('bduf.impersonated_by', true), '')::uuid,
        nullif(current_setting('bduf.ip_address', true), '')::inet,
        nullif(current_setting('bduf.user_agent', true), ''),
        left(nullif(current_setting('bduf.request_id', true), ''), 100),
        jsonb_build_object('database_user', session_user);
$$;

comment on function public.audit_actor is
    'Who acts in this transaction and from where, as the settings bduf.* and the sign-in say.';

-- A parent that a cascade has already deleted tells nothing any more, which is why purge_project
-- deletes children first.

create or replace function public.audited_project_id(p_table_name name, p_row jsonb)
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_table_name = 'projects' then (p_row ->> 'id')::uuid
        when p_table_name = 'session_participants' then (
            select project_id
            from public.collaboration_sessions
            where id = (p_row ->> 'session_id')::uuid
        )
        when p_table_name in ('approval_responses', 'approval_assignments') then (
            select project_id
            from public.approval_requests
            where id = (p_row ->> 'request_id')::uuid
        )
    end;
end;
$$;

comment on function public.audited_project_id is
    'Project of a row that has no column project_id; null if it belongs to none.';

-- `offset 0` keeps the planner from putting the expression in place of each mention of its name
-- and computing it as many times.

create or replace function public.audit_inserted_rows()
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
        'insert',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        new_row.id,
        scope.project_id,
        coalesce(
            (entry.new_values ->> 'organization_id')::uuid,
            (select organization_id from public.projects as prj where prj.id = scope.project_id),
            case tg_table_name when 'organizations' then new_row.id end
        ),
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        new_rows as new_row
        cross join public.audit_actor() as actor
        cross join lateral (
            select to_jsonb(new_row) - '{search_vector, password_hash, api_key_hash}'::text[]
            offset 0
        ) as entry (new_values)
        cross join lateral (
            select
                coalesce(
                    (entry.new_values ->> 'project_id')::uuid,
                    public.audited_project_id(tg_table_name, entry.new_values)
                )
            offset 0
        ) as scope (project_id);

    return null;
end;
$$;

comment on function public.audit_inserted_rows is
    'Statement trigger: adds an audit entry for each new row, without secrets.';

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

-- `offset 0` keeps the planner from putting the expression in place of each mention of its name
-- and computing it as many times.

create or replace function public.audit_deleted_rows()
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
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'delete',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        old_row.id,
        scope.project_id,
        coalesce(
            (entry.old_values ->> 'organization_id')::uuid,
            (select organization_id from public.projects as prj where prj.id = scope.project_id),
            case tg_table_name when 'organizations' then old_row.id end
        ),
        entry.old_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        old_rows as old_row
        cross join public.audit_actor() as actor
        cross join lateral (
            select to_jsonb(old_row) - '{search_vector, password_hash, api_key_hash}'::text[]
            offset 0
        ) as entry (old_values)
        cross join lateral (
            select
                coalesce(
                    (entry.old_values ->> 'project_id')::uuid,
                    public.audited_project_id(tg_table_name, entry.old_values)
                )
            offset 0
        ) as scope (project_id);

    return null;
end;
$$;

comment on function public.audit_deleted_rows is
    'Statement trigger: adds an audit entry for each deleted row, without secrets.';

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

revoke execute on procedure public.audit_table from public;

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

-- migrate:down

drop trigger _800_audit_delete on public.project_analytics;
drop trigger _800_audit_update on public.project_analytics;
drop trigger _800_audit_insert on public.project_analytics;
drop trigger _800_audit_delete on public.approval_responses;
drop trigger _800_audit_update on public.approval_responses;
drop trigger _800_audit_insert on public.approval_responses;
drop trigger _800_audit_delete on public.approval_assignments;
drop trigger _800_audit_update on public.approval_assignments;
drop trigger _800_audit_insert on public.approval_assignments;
drop trigger _800_audit_delete on public.approval_requests;
drop trigger _800_audit_update on public.approval_requests;
drop trigger _800_audit_insert on public.approval_requests;
drop trigger _800_audit_delete on public.approval_workflows;
drop trigger _800_audit_update on public.approval_workflows;
drop trigger _800_audit_insert on public.approval_workflows;
drop trigger _800_audit_delete on public.session_participants;
drop trigger _800_audit_update on public.session_participants;
drop trigger _800_audit_insert on public.session_participants;
drop trigger _800_audit_delete on public.collaboration_sessions;
drop trigger _800_audit_update on public.collaboration_sessions;
drop trigger _800_audit_insert on public.collaboration_sessions;
drop trigger _800_audit_delete on public.project_risks;
drop trigger _800_audit_update on public.project_risks;
drop trigger _800_audit_insert on public.project_risks;
drop trigger _800_audit_delete on public.architecture_decisions;
drop trigger _800_audit_update on public.architecture_decisions;
drop trigger _800_audit_insert on public.architecture_decisions;
drop trigger _800_audit_delete on public.requirements;
drop trigger _800_audit_update on public.requirements;
drop trigger _800_audit_insert on public.requirements;
drop trigger _800_audit_delete on public.task_dependencies;
drop trigger _800_audit_update on public.task_dependencies;
drop trigger _800_audit_insert on public.task_dependencies;
drop trigger _800_audit_delete on public.tasks;
drop trigger _800_audit_update on public.tasks;
drop trigger _800_audit_insert on public.tasks;
drop trigger _800_audit_delete on public.projects;
drop trigger _800_audit_update on public.projects;
drop trigger _800_audit_insert on public.projects;
drop trigger _800_audit_delete on public.team_memberships;
drop trigger _800_audit_update on public.team_memberships;
drop trigger _800_audit_insert on public.team_memberships;
drop trigger _800_audit_delete on public.organizations;
drop trigger _800_audit_update on public.organizations;
drop trigger _800_audit_insert on public.organizations;
drop trigger _800_audit_delete on public.users;
drop trigger _800_audit_update on public.users;
drop trigger _800_audit_insert on public.users;

drop procedure public.audit_table(regclass);
drop function public.audit_deleted_rows();
drop function public.audit_updated_rows();
drop function public.audit_inserted_rows();
drop function public.audited_project_id(name, jsonb);
drop function public.audit_actor();

comment on column public.audit_logs.user_id is
    'User who acted; null for someone not signed in. The platform acts as the system user.';
comment on column public.audit_logs.old_values is
    'Object with the former values of the columns that changed; null for anything but a change.';
comment on column public.audit_logs.new_values is
    'Object with the later values of the same columns; null for a deletion and for other events.';
comment on column public.audit_logs.metadata is
    'Object with whatever else the event''s class calls for.';

comment on constraint audit_logs_organization_id_fkey on public.audit_logs is null;
comment on constraint audit_logs_project_id_fkey on public.audit_logs is null;
comment on constraint audit_logs_impersonated_by_fkey on public.audit_logs is null;
comment on constraint audit_logs_user_id_fkey on public.audit_logs is null;
alter table public.audit_logs
alter constraint audit_logs_user_id_fkey enforced,
alter constraint audit_logs_impersonated_by_fkey enforced,
alter constraint audit_logs_project_id_fkey enforced,
alter constraint audit_logs_organization_id_fkey enforced;
