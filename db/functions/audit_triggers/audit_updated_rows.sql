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
