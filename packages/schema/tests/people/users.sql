-- Users: who signs in, under which name and with which standing.

begin;

select plan(71);

select column_is('public', 'users', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('email', 'character varying(255) not null'),
    ('username', 'character varying(100) not null'),
    ('password_hash', 'character varying(255) not null'),
    ('first_name', 'character varying(100)'),
    ('last_name', 'character varying(100)'),
    ('display_name', 'character varying(200)'),
    ('avatar_url', 'text'),
    ('bio', 'text'),
    ('timezone', $$character varying(50) not null default 'UTC'::character varying$$),
    ('role', $$user_role_enum not null default 'developer'::user_role_enum$$),
    ('permissions', $$text[] not null default '{}'::text[]$$),
    ('is_active', 'boolean not null default true'),
    ('is_verified', 'boolean not null default false'),
    ('last_login_at', 'timestamp with time zone'),
    ('password_changed_at', 'timestamp with time zone not null default now()'),
    ('failed_login_attempts', 'integer not null default 0'),
    ('locked_until', 'timestamp with time zone'),
    ('api_key_hash', 'character varying(255)'),
    ('api_key_created_at', 'timestamp with time zone'),
    ('api_key_last_used', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('preferences', $$jsonb not null default '{}'::jsonb$$),
    (
        'notification_settings',
        'jsonb not null default '
        '''{"push": true, "email": true, "in_app": true, "digest_frequency": "daily"}''::jsonb'
    ),
    ('search_vector', 'tsvector')
) as documented (column_name, definition);

select constraint_is('public', 'users', constraint_name, definition)
from (values
    ('users_pkey', 'PRIMARY KEY (id)'),
    ('users_email_key', 'UNIQUE (email)'),
    ('users_username_key', 'UNIQUE (username)')
) as documented (constraint_name, definition);

select index_is('public', 'users', index_name, definition)
from (values
    ('idx_users_api_key_hash', 'unique btree (api_key_hash) WHERE (api_key_hash IS NOT NULL)'),
    ('idx_users_email_active', 'btree (email) WHERE (is_active = true)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_user(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'users.' || column_name,
    format('a user without %s is refused', column_name)
)
from unnest(array[
    'id', 'email', 'username', 'password_hash', 'role', 'created_at', 'updated_at'
]) as required (column_name);

select throws_ok(
    $$select tap.a_user('{"role": "unheard of"}')$$,
    '22P02',
    null,
    'a user with an unheard of role is refused'
);

create temporary table fresh as
select tap.a_user() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new user has a random id')
from fresh;

select is(
    to_jsonb(users) ->> column_name,
    value,
    format('a new user gets its default %s', column_name)
)
from public.users
join fresh using (id)
cross join (values
    ('timezone', 'UTC'),
    ('role', 'developer'),
    ('permissions', '[]'),
    ('is_active', 'true'),
    ('is_verified', 'false'),
    ('password_changed_at', to_jsonb(now()) #>> '{}'),
    ('failed_login_attempts', '0'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('preferences', '{}'),
    (
        'notification_settings',
        '{"push": true, "email": true, "in_app": true, "digest_frequency": "daily"}'
    )
) as initial (column_name, value);

create temporary table text_limit (column_name, longest, beginning) as
values
    ('email', 255, 'x@'),
    ('username', 100, ''),
    ('password_hash', 255, '$x$'),
    ('first_name', 100, ''),
    ('last_name', 100, ''),
    ('display_name', 200, ''),
    ('timezone', 50, ''),
    ('api_key_hash', 255, '$x$');

select lives_ok(
    format(
        'select tap.a_user(%L)',
        jsonb_build_object(column_name, rpad(beginning, longest, 'x'))
    ),
    format('the %s of a user may have %s characters', column_name, longest)
)
from text_limit
where column_name <> 'timezone';

select throws_ok(
    format('select tap.a_user(%L)', jsonb_build_object(column_name, repeat('x', longest + 1))),
    '22001',
    null,
    format('the %s of a user may not have %s characters', column_name, longest + 1)
)
from text_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.a_user(%L)', jsonb_build_object('id', id)),
    '23505',
    'users_pkey',
    'no two users share an id'
)
from fresh;

select throws_constraint(
    format(
        'select tap.a_user(%L)',
        jsonb_build_object(column_name, to_jsonb(users) ->> column_name)
    ),
    '23505',
    format('users_%s_key', column_name),
    description
)
from public.users
join fresh using (id)
cross join (values
    ('email', 'no two users share an e-mail address'),
    ('username', 'no two users share a user name')
) as refused (column_name, description);

select lives_ok(
    format('select tap.a_user(%L)', jsonb_build_object('password_hash', password_hash)),
    'two users may have the same password hash'
)
from public.users
join fresh using (id);

-- Changes.

create temporary table stale as
select tap.a_user('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.users
set bio = 'Sails'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a user moves its updated_at')
from public.users
join stale using (id);

select * from finish();

rollback;
