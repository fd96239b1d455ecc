-- Audit log: what happened, to what and by whom, as evidence.

begin;

select plan(45);

select column_is('public', 'audit_logs', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('event_type', 'audit_event_type_enum not null'),
    ('event_action', 'character varying(100) not null'),
    ('event_description', 'text'),
    ('user_id', 'uuid'),
    ('impersonated_by', 'uuid'),
    ('target_type', 'character varying(50)'),
    ('target_id', 'uuid'),
    ('project_id', 'uuid'),
    ('organization_id', 'uuid'),
    ('old_values', 'jsonb'),
    ('new_values', 'jsonb'),
    ('occurred_at', 'timestamp with time zone not null default clock_timestamp()'),
    ('ip_address', 'inet'),
    ('user_agent', 'text'),
    ('request_id', 'character varying(100)'),
    ('metadata', $$jsonb not null default '{}'::jsonb$$)
) as documented (column_name, definition);

select constraint_is('public', 'audit_logs', constraint_name, definition)
from (values
    ('audit_logs_pkey', 'PRIMARY KEY (id)'),
    ('audit_logs_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES users(id)'),
    ('audit_logs_impersonated_by_fkey', 'FOREIGN KEY (impersonated_by) REFERENCES users(id)'),
    ('audit_logs_project_id_fkey', 'FOREIGN KEY (project_id) REFERENCES projects(id)'),
    (
        'audit_logs_organization_id_fkey',
        'FOREIGN KEY (organization_id) REFERENCES organizations(id)'
    )
) as documented (constraint_name, definition);

select index_is('public', 'audit_logs', index_name, definition)
from (values
    ('idx_audit_logs_target_occurred', 'btree (target_type, target_id, occurred_at DESC)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_audit_log(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'audit_logs.' || column_name,
    format('an audit entry without %s is refused', column_name)
)
from unnest(array['id', 'event_type', 'event_action']) as required (column_name);

select throws_ok(
    $$select tap.an_audit_log('{"event_type": "unheard of"}')$$,
    '22P02',
    null,
    'an audit entry with an unheard of event_type is refused'
);

create temporary table fresh as
select tap.an_audit_log() as id;

select is(uuid_extract_version(id), 4::smallint, 'an new audit entry has a random id')
from fresh;

select is(
    to_jsonb(audit_logs) ->> column_name,
    value,
    format('an new audit entry gets its default %s', column_name)
)
from public.audit_logs
join fresh using (id)
cross join (values
    ('metadata', '{}')
) as initial (column_name, value);

create temporary table later as
select tap.an_audit_log() as id
from generate_series(1, 3);

select is(
    count(distinct occurred_at),
    3::bigint,
    'three audit entries of one transaction bear three times'
)
from public.audit_logs
join later using (id);

create temporary table text_limit (column_name, longest) as
values
    ('event_action', 100),
    ('target_type', 50),
    ('request_id', 100);

select lives_ok(
    format('select tap.an_audit_log(%L)', jsonb_build_object(column_name, repeat('x', longest))),
    format('the %s of an audit entry may have %s characters', column_name, longest)
)
from text_limit
where column_name <> 'target_type';

select throws_ok(
    format(
        'select tap.an_audit_log(%L)',
        jsonb_build_object(column_name, repeat('x', longest + 1))
    ),
    '22001',
    null,
    format('the %s of an audit entry may not have %s characters', column_name, longest + 1)
)
from text_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.an_audit_log(%L)', jsonb_build_object('id', id)),
    '23505',
    'audit_logs_pkey',
    'no two audit entries share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_user() as user_id,
    tap.a_user() as impersonated_by,
    tap.a_project() as project_id,
    tap.an_organization() as organization_id;

select lives_ok(
    format('select tap.an_audit_log(%L)', to_jsonb(given)),
    'an audit entry may refer to an existing user, impersonator, project and organization'
)
from given;

select throws_constraint(
    format('select tap.an_audit_log(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('audit_logs_%s_fkey', column_name),
    description
)
from (values
    ('user_id', 'an unknown user is not audited'),
    ('impersonated_by', 'nobody is impersonated by an unknown user'),
    ('project_id', 'an unknown project is not audited'),
    ('organization_id', 'an unknown organization is not audited')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> column_name),
    '23503',
    format('audit_logs_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('user_id', 'users', 'a user with audit entries may not be deleted'),
    ('impersonated_by', 'users', 'whoever impersonated another may not be deleted'),
    ('project_id', 'projects', 'a project with audit entries may not be deleted'),
    ('organization_id', 'organizations', 'an organization with audit entries may not be deleted')
) as kept (column_name, table_name, description);

select * from finish();

rollback;
