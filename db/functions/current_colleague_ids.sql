-- Whoever has left stays visible, for their name stands under what they did. Whoever never joined
-- is not visible, whatever the status: else an administrator could look at anybody by inviting
-- them.

create or replace function public.current_colleague_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(visible.user_id), '{}')
    from
        (
            select membership.user_id
            from public.team_memberships as membership
            where
                membership.organization_id = any (
                    (select public.current_organization_ids())::uuid[]
                )
                and membership.joined_at is not null
            union
            select public.current_user_id()
        ) as visible
    where visible.user_id is not null;
$$;

comment on function public.current_colleague_ids is
    'The current user and all who are or were in an organization with them. Reads past policies.';

grant execute on function public.current_colleague_ids to bduf_readonly;
