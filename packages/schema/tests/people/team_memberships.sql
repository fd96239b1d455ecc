-- Team memberships: which user belongs to which organization, and as what.

begin;

select plan(40);

select column_is('public', 'team_memberships', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('organization_id', 'uuid not null'),
    ('user_id', 'uuid not null'),
    ('role', $$user_role_enum not null default 'developer'::user_role_enum$$),
    ('status', $$membership_status_enum not null default 'active'::membership_status_enum$$),
    ('invited_by', 'uuid'),
    ('joined_at', 'timestamp with time zone default now()'),
    ('left_at', 'timestamp with time zone'),
    ('custom_permissions', $$text[] not null default '{}'::text[]$$)
) as documented (column_name, definition);

select constraint_is('public', 'team_memberships', constraint_name, definition)
from (values
    ('team_memberships_pkey', 'PRIMARY KEY (id)'),
    ('team_memberships_organization_id_user_id_key', 'UNIQUE (organization_id, user_id)'),
    (
        'team_memberships_organization_id_fkey',
        'FOREIGN KEY (organization_id) REFERENCES organizations(id) ON DELETE CASCADE'
    ),
    (
        'team_memberships_user_id_fkey',
        'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'
    ),
    ('team_memberships_invited_by_fkey', 'FOREIGN KEY (invited_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'team_memberships', index_name, definition)
from (values
    ('idx_users_organization_role', 'btree (organization_id, role)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_team_membership(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'team_memberships.' || column_name,
    format('a membership without %s is refused', column_name)
)
from unnest(array['id', 'organization_id', 'user_id', 'role']) as required (column_name);

select throws_ok(
    format('select tap.a_team_membership(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a membership with an unheard of %s is refused', column_name)
)
from unnest(array['role', 'status']) as labelled (column_name);

create temporary table fresh as
select tap.a_team_membership() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new membership has a random id')
from fresh;

select is(
    to_jsonb(team_memberships) ->> column_name,
    value,
    format('a new membership gets its default %s', column_name)
)
from public.team_memberships
join fresh using (id)
cross join (values
    ('role', 'developer'),
    ('status', 'active'),
    ('joined_at', to_jsonb(now()) #>> '{}'),
    ('custom_permissions', '[]')
) as initial (column_name, value);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_team_membership(%L)', jsonb_build_object('id', id)),
    '23505',
    'team_memberships_pkey',
    'no two memberships share an id'
)
from fresh;

select throws_constraint(
    format('select tap.a_team_membership(%L)', to_jsonb(member)),
    '23505',
    'team_memberships_organization_id_user_id_key',
    'a user is a member of an organization only once'
)
from (
    select organization_id, user_id
    from public.team_memberships
    join fresh using (id)
) as member;

select lives_ok(
    format(
        'select tap.a_team_membership(%L)',
        jsonb_build_object(column_name, to_jsonb(team_memberships) ->> column_name)
    ),
    description
)
from public.team_memberships
join fresh using (id)
cross join (values
    ('organization_id', 'an organization may have several members'),
    ('user_id', 'a user may be a member of several organizations')
) as accepted (column_name, description);

-- References.

-- One membership for each reference whose end is the end of the membership.
create temporary table given as
select
    doomed_column,
    gen_random_uuid() as id,
    tap.an_organization() as organization_id,
    tap.a_user() as user_id,
    tap.a_user() as invited_by
from unnest(array['organization_id', 'user_id']) as doomed (doomed_column);

select lives_ok(
    format('select tap.a_team_membership(%L)', to_jsonb(given) - 'doomed_column'),
    'an existing user may be invited into an existing organization by another'
)
from given;

select throws_constraint(
    format('select tap.a_team_membership(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('team_memberships_%s_fkey', column_name),
    description
)
from (values
    ('organization_id', 'nobody is a member of an unknown organization'),
    ('user_id', 'an unknown user is not a member of anything'),
    ('invited_by', 'nobody is invited by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', invited_by),
    '23503',
    'team_memberships_invited_by_fkey',
    'whoever invited a member may not be deleted'
)
from (select * from given limit 1) as any_given;

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> doomed_column),
    description
)
from given
join (values
    ('organization_id', 'organizations', 'an organization may be deleted while it has members'),
    ('user_id', 'users', 'a user may be deleted while a member')
) as doomed (doomed_column, table_name, description) using (doomed_column);

select is_empty(
    format('select id from public.team_memberships where id = %L', id),
    description
)
from given
join (values
    ('organization_id', 'deleting an organization deletes its memberships'),
    ('user_id', 'deleting a user deletes the memberships of that user')
) as doomed (doomed_column, description) using (doomed_column);

select * from finish();

rollback;
