create or replace function public.answer_invitation(p_organization_id uuid, p_accepts boolean)
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update public.team_memberships as membership
    set
        status = case when p_accepts then 'active' else 'left' end::public.membership_status_enum,
        joined_at = case when p_accepts then clock_timestamp() else membership.joined_at end,
        left_at = case when not p_accepts then clock_timestamp() end
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status = 'invited';

    if not found then
        raise sqlstate 'BD404'
        using message = 'there is no open invitation of the current user to this organization';
    end if;
end;
$$;

comment on function public.answer_invitation is
    'Accepts or declines the current user''s invitation to an organization.';

grant execute on function public.answer_invitation to bduf_app;
