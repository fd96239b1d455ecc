create or replace function public.require_eligible(
    p_user_id uuid,
    p_project_id uuid,
    p_permission text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not public.has_permission(p_user_id, p_project_id, p_permission) then
        raise sqlstate 'BD508'
        using
            message = format('this is given to somebody with the permission %s only', p_permission),
            detail = format('user %s does not have it in project %s', p_user_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;

comment on function public.require_eligible is
    'Refuses with BD508 to give somebody a task or a vote who could do nothing with it.';
