create or replace function public.has_permission(
    p_user_id uuid,
    p_project_id uuid,
    p_permission text
)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.user_permissions as held
            where
                held.user_id = p_user_id
                and held.project_id = p_project_id
                and p_permission = any (held.permissions)
        );
$$;

comment on function public.has_permission is
    'Whether a person may do something in a project, as the view user_permissions says.';
