create or replace function public.require_permission(
    p_actor_id uuid,
    p_project_id uuid,
    p_permission text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not public.has_permission(p_actor_id, p_project_id, p_permission) then
        raise sqlstate 'BD502'
        using
            message = format('this takes the permission %s', p_permission),
            detail = format('user %s does not have it in project %s', p_actor_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;

comment on function public.require_permission is
    'Refuses with BD502 unless the person may do this in the project.';
