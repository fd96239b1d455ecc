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
