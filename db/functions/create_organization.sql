create or replace function public.create_organization(p_name text, p_slug text)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_organization_id uuid := uuidv7();
begin
    if public.current_user_id() is null then
        raise sqlstate 'BD402'
        using
            message = 'an organization is founded by a user who is signed in',
            hint = 'Set bduf.user_id first.';
    end if;

    insert into public.organizations (id, name, slug, created_by)
    values (v_organization_id, p_name, p_slug, public.current_user_id());

    insert into public.team_memberships (id, organization_id, user_id, role, status)
    values (uuidv7(), v_organization_id, public.current_user_id(), 'admin', 'active');

    return v_organization_id;
end;
$$;

comment on function public.create_organization is
    'Founds an organization with the current user as its administrator.';

grant execute on function public.create_organization to bduf_app;
