-- Organizations: whom projects are made for and who pays.

begin;

select plan(41);

select column_is('public', 'organizations', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('name', 'character varying(255) not null'),
    ('slug', 'character varying(100) not null'),
    ('description', 'text'),
    ('website_url', 'text'),
    ('settings', $$jsonb not null default '{}'::jsonb$$),
    ('subscription_plan', $$character varying(50) not null default 'free'::character varying$$),
    ('subscription_expires_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('billing_email', 'character varying(255)'),
    ('billing_address', 'jsonb')
) as documented (column_name, definition);

select constraint_is('public', 'organizations', constraint_name, definition)
from (values
    ('organizations_pkey', 'PRIMARY KEY (id)'),
    ('organizations_slug_key', 'UNIQUE (slug)'),
    ('organizations_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_organization(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'organizations.' || column_name,
    format('an organization without %s is refused', column_name)
)
from unnest(array[
    'id', 'name', 'slug', 'created_at', 'updated_at', 'created_by'
]) as required (column_name);

create temporary table fresh as
select tap.an_organization() as id;

select is(uuid_extract_version(id), 4::smallint, 'an new organization has a random id')
from fresh;

select is(
    to_jsonb(organizations) ->> column_name,
    value,
    format('an new organization gets its default %s', column_name)
)
from public.organizations
join fresh using (id)
cross join (values
    ('settings', '{}'),
    ('subscription_plan', 'free'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}')
) as initial (column_name, value);

create temporary table text_limit (column_name, longest, beginning) as
values
    ('name', 255, ''),
    ('slug', 100, ''),
    ('subscription_plan', 50, ''),
    ('billing_email', 255, 'x@');

select lives_ok(
    format(
        'select tap.an_organization(%L)',
        jsonb_build_object(column_name, rpad(beginning, longest, 'x'))
    ),
    format('the %s of an organization may have %s characters', column_name, longest)
)
from text_limit
where column_name <> 'subscription_plan';

select throws_ok(
    format(
        'select tap.an_organization(%L)',
        jsonb_build_object(column_name, repeat('x', longest + 1))
    ),
    '22001',
    null,
    format('the %s of an organization may not have %s characters', column_name, longest + 1)
)
from text_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.an_organization(%L)', jsonb_build_object('id', id)),
    '23505',
    'organizations_pkey',
    'no two organizations share an id'
)
from fresh;

select throws_constraint(
    format('select tap.an_organization(%L)', jsonb_build_object('slug', slug)),
    '23505',
    'organizations_slug_key',
    'no two organizations share a slug'
)
from public.organizations
join fresh using (id);

select lives_ok(
    format('select tap.an_organization(%L)', jsonb_build_object('name', name)),
    'two organizations may share a name'
)
from public.organizations
join fresh using (id);

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_user() as created_by;

select lives_ok(
    format('select tap.an_organization(%L)', to_jsonb(given)),
    'an organization may be created by an existing user'
)
from given;

select throws_constraint(
    format('select tap.an_organization(%L)', jsonb_build_object('created_by', gen_random_uuid())),
    '23503',
    'organizations_created_by_fkey',
    'an organization is not created by an unknown user'
);

select throws_constraint(
    format('delete from public.users where id = %L', created_by),
    '23503',
    'organizations_created_by_fkey',
    'whoever created an organization may not be deleted'
)
from given;

-- Changes.

create temporary table stale as
select tap.an_organization('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.organizations
set name = 'Pilots'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing an organization moves its updated_at')
from public.organizations
join stale using (id);

select * from finish();

rollback;
