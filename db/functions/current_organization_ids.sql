create or replace function public.current_organization_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(membership.organization_id), '{}')
    from public.team_memberships as membership
    where membership.user_id = public.current_user_id() and membership.status = 'active';
$$;

comment on function public.current_organization_ids is
    'Organizations of which the current user is an active member. Reads past the policies.';

grant execute on function public.current_organization_ids to bduf_readonly;
