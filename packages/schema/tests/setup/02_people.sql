-- Builders of the people: users, organizations and who belongs to what.

create or replace function tap.a_user(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.users',
        pg_catalog.jsonb_build_object(
            'email', tap.a_new('user') || '@example.org',
            'username', tap.a_new('user'),
            'password_hash', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$bm90IGEgcmVhbCBoYXNo'
        ) || p_values
    );
$$;

comment on function tap.a_user(jsonb) is 'Adds a user and returns the id.';

create or replace function tap.an_organization(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.organizations',
        pg_catalog.jsonb_build_object(
            'name', 'Cartographers',
            'slug', tap.a_new('organization'),
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.an_organization(jsonb) is 'Adds an organization and returns its id.';

create or replace function tap.a_team_membership(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.team_memberships',
        pg_catalog.jsonb_build_object(
            'organization_id', tap.an_organization(),
            'user_id', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_team_membership(jsonb) is
'Makes a new user a member of a new organization and returns the id of the membership.';
