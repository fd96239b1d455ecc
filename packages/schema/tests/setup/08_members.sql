-- Builders of teams: a project of an organization, and people who have a role there.

create or replace function tap.a_team_project(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.a_project(
        pg_catalog.jsonb_build_object('organization_id', tap.an_organization()) || p_values
    );
$$;

comment on function tap.a_team_project(jsonb) is
'Adds a project of a new organization and returns its id. Nobody is a member yet.';

create or replace function tap.a_member_of(
    p_project_id uuid,
    p_role public.user_role_enum,
    p_values jsonb default '{}'
)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
    v_user_id uuid := tap.a_user();
begin
    perform tap.a_team_membership(
        pg_catalog.jsonb_build_object(
            'organization_id', (
                select project.organization_id
                from public.projects as project
                where project.id = p_project_id
            ),
            'user_id', v_user_id,
            'role', p_role
        ) || p_values
    );

    return v_user_id;
end;
$$;

comment on function tap.a_member_of(uuid, public.user_role_enum, jsonb) is
'Adds a user with a role in the project''s organization and returns the id of the user.';
