-- Approval workflows: how a project grants what it is asked.

begin;

select plan(43);

select column_is('public', 'approval_workflows', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('name', 'character varying(255) not null'),
    ('description', 'text'),
    ('workflow_type', 'approval_type_enum not null'),
    ('is_active', 'boolean not null default true'),
    ('is_sequential', 'boolean not null default false'),
    ('required_approvals', 'integer not null default 1'),
    ('trigger_conditions', $$jsonb not null default '{}'::jsonb$$),
    ('approval_criteria', $$jsonb not null default '{}'::jsonb$$),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null')
) as documented (column_name, definition);

select constraint_is('public', 'approval_workflows', constraint_name, definition)
from (values
    ('approval_workflows_pkey', 'PRIMARY KEY (id)'),
    (
        'approval_workflows_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    ('approval_workflows_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'approval_workflows', index_name, definition)
from (values
    (
        'idx_approval_workflow_active_type',
        'btree (workflow_type, is_active) WHERE (is_active = true)'
    )
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_approval_workflow(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'approval_workflows.' || column_name,
    format('a workflow without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'name', 'workflow_type', 'created_at', 'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    $$select tap.an_approval_workflow('{"workflow_type": "unheard of"}')$$,
    '22P02',
    null,
    'a workflow with an unheard of workflow_type is refused'
);

create temporary table fresh as
select tap.an_approval_workflow() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new workflow has a random id')
from fresh;

select is(
    to_jsonb(approval_workflows) ->> column_name,
    value,
    format('a new workflow gets its default %s', column_name)
)
from public.approval_workflows
join fresh using (id)
cross join (values
    ('is_active', 'true'),
    ('is_sequential', 'false'),
    ('required_approvals', '1'),
    ('trigger_conditions', '{}'),
    ('approval_criteria', '{}'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}')
) as initial (column_name, value);

select lives_ok(
    format('select tap.an_approval_workflow(%L)', jsonb_build_object('name', repeat('x', 255))),
    'the name of a workflow may have 255 characters'
);

select throws_ok(
    format('select tap.an_approval_workflow(%L)', jsonb_build_object('name', repeat('x', 256))),
    '22001',
    null,
    'the name of a workflow may not have 256 characters'
);

-- Uniqueness.

select throws_constraint(
    format('select tap.an_approval_workflow(%L)', jsonb_build_object('id', id)),
    '23505',
    'approval_workflows_pkey',
    'no two workflows share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_project() as project_id,
    tap.a_user() as created_by;

select lives_ok(
    format('select tap.an_approval_workflow(%L)', to_jsonb(given)),
    'a workflow may refer to an existing project and author'
)
from given;

select throws_constraint(
    format(
        'select tap.an_approval_workflow(%L)',
        jsonb_build_object(column_name, gen_random_uuid())
    ),
    '23503',
    format('approval_workflows_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'a workflow does not belong to an unknown project'),
    ('created_by', 'a workflow is not created by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', created_by),
    '23503',
    'approval_workflows_created_by_fkey',
    'whoever created a workflow may not be deleted'
)
from given;

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has workflows'
)
from given;

select is_empty(
    format('select id from public.approval_workflows where id = %L', id),
    'deleting a project deletes its workflows'
)
from given;

-- Changes.

create temporary table stale as
select tap.an_approval_workflow('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.approval_workflows
set name = 'Release of an atlas'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a workflow moves its updated_at')
from public.approval_workflows
join stale using (id);

select * from finish();

rollback;
