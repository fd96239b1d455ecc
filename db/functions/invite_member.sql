-- Nothing tells whether the address belongs to an account: not the result, and not what can be
-- seen afterwards, for who is invited becomes visible by accepting. Who has left is invited again.

create or replace function public.invite_member(
    p_organization_id uuid,
    p_email text,
    p_role public.user_role_enum default 'developer'
)
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_organization_id = any(public.current_administered_organization_ids()) is not true then
        raise sqlstate 'BD403'
        using message = 'only an administrator of the organization invites to it';
    end if;

    insert into public.team_memberships
        (id, organization_id, user_id, role, status, invited_by, joined_at)
    select
        uuidv7(),
        p_organization_id,
        invited.id,
        p_role,
        'invited',
        public.current_user_id(),
        null
    from public.users as invited
    where lower(invited.email) = lower(p_email) and invited.is_active
    on conflict (organization_id, user_id) do update
    set
        role = excluded.role,
        status = 'invited',
        invited_by = excluded.invited_by,
        left_at = null
    where team_memberships.status = 'left';
end;
$$;

comment on function public.invite_member is
    'Invites the account with this address, if there is one; administrators only.';

grant execute on function public.invite_member to bduf_app;
