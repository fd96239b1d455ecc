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
