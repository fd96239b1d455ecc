create or replace function public.leave_organization(p_organization_id uuid)
returns void
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.team_memberships as membership
    set
        status = 'left',
        left_at = clock_timestamp()
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status in ('active', 'inactive');
$$;

comment on function public.leave_organization is
    'Ends the current user''s membership; what they did there stays.';

grant execute on function public.leave_organization to bduf_app;
