-- Audit log: what happened, to what and by whom, as evidence.

begin;

select plan(40);

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
    ('audit_logs_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES users(id) NOT ENFORCED'),
    (
        'audit_logs_impersonated_by_fkey',
        'FOREIGN KEY (impersonated_by) REFERENCES users(id) NOT ENFORCED'
    ),
    ('audit_logs_project_id_fkey', 'FOREIGN KEY (project_id) REFERENCES projects(id) NOT ENFORCED'),
    (
        'audit_logs_organization_id_fkey',
        'FOREIGN KEY (organization_id) REFERENCES organizations(id) NOT ENFORCED'
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

-- References: on record, and not enforced, since entries outlive what they tell of.

select lives_ok(
    format('select tap.an_audit_log(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    description
)
from (values
    ('user_id', 'an audit entry may name a user who is gone'),
    ('impersonated_by', 'an audit entry may name an impersonator who is gone'),
    ('project_id', 'an audit entry may name a project that is gone'),
    ('organization_id', 'an audit entry may name an organization that is gone')
) as gone (column_name, description);

select * from finish();

rollback;
