-- Approval requests: what is to be approved, until when, and what became of it.

begin;

select plan(56);

select column_is('public', 'approval_requests', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('workflow_id', 'uuid not null'),
    ('project_id', 'uuid not null'),
    ('title', 'character varying(500) not null'),
    ('description', 'text not null'),
    ('request_type', 'approval_request_type_enum not null'),
    ('subject_type', 'character varying(50) not null'),
    ('subject_id', 'uuid not null'),
    ('status', $$approval_status_enum not null default 'pending'::approval_status_enum$$),
    ('requested_at', 'timestamp with time zone not null default now()'),
    ('due_date', 'timestamp with time zone'),
    ('completed_at', 'timestamp with time zone'),
    ('requested_by', 'uuid not null'),
    ('final_decision', 'approval_decision_enum'),
    ('decision_notes', 'text'),
    ('context_data', $$jsonb not null default '{}'::jsonb$$)
) as documented (column_name, definition);

select constraint_is('public', 'approval_requests', constraint_name, definition)
from (values
    ('approval_requests_pkey', 'PRIMARY KEY (id)'),
    (
        'approval_requests_workflow_id_fkey',
        'FOREIGN KEY (workflow_id) REFERENCES approval_workflows(id)'
    ),
    (
        'approval_requests_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    ('approval_requests_requested_by_fkey', 'FOREIGN KEY (requested_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'approval_requests', index_name, definition)
from (values
    (
        'idx_approval_requests_status_due',
        $$btree (status, due_date) WHERE (status = 'pending'::approval_status_enum)$$
    )
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_approval_request(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'approval_requests.' || column_name,
    format('a request without %s is refused', column_name)
)
from unnest(array[
    'id', 'workflow_id', 'project_id', 'title', 'description', 'request_type', 'subject_type',
    'subject_id', 'status', 'requested_by'
]) as required (column_name);

select throws_ok(
    format('select tap.an_approval_request(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a request with an unheard of %s is refused', column_name)
)
from unnest(array['request_type', 'status', 'final_decision']) as labelled (column_name);

create temporary table fresh as
select tap.an_approval_request() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new request has a random id')
from fresh;

select is(
    to_jsonb(approval_requests) ->> column_name,
    value,
    format('a new request gets its default %s', column_name)
)
from public.approval_requests
join fresh using (id)
cross join (values
    ('status', 'pending'),
    ('requested_at', to_jsonb(now()) #>> '{}'),
    ('context_data', '{}')
) as initial (column_name, value);

create temporary table text_limit (column_name, longest) as
values
    ('title', 500),
    ('subject_type', 50);

select lives_ok(
    format(
        'select tap.an_approval_request(%L)',
        jsonb_build_object(column_name, repeat('x', longest))
    ),
    format('the %s of a request may have %s characters', column_name, longest)
)
from text_limit
where column_name <> 'subject_type';

select throws_ok(
    format(
        'select tap.an_approval_request(%L)',
        jsonb_build_object(column_name, repeat('x', longest + 1))
    ),
    '22001',
    null,
    format('the %s of a request may not have %s characters', column_name, longest + 1)
)
from text_limit;

-- Rules.

select lives_ok(
    format('select tap.an_approval_request(%L)', attempt),
    description
)
from (values
    (
        '{"requested_at": "2030-05-06T09:00:00Z", "due_date": "2030-05-06T09:00:00.000001Z"}',
        'a request may be due a microsecond after it is made'
    ),
    (
        '{"requested_at": "2030-05-06T09:00:00Z", "due_date": null}',
        'a request may go without a due date'
    )
) as accepted (attempt, description);

select throws_constraint(
    format('select tap.an_approval_request(%L)', attempt),
    '23514',
    'valid_due_date',
    description
)
from (values
    (
        '{"requested_at": "2030-05-06T09:00:00Z", "due_date": "2030-05-06T09:00:00Z"}',
        'a request may not be due the moment it is made'
    ),
    (
        '{"requested_at": "2030-05-06T09:00:00Z", "due_date": "2030-05-06T08:59:59.999999Z"}',
        'a request may not be due before it is made'
    )
) as refused (attempt, description);

-- Uniqueness.

select throws_constraint(
    format('select tap.an_approval_request(%L)', jsonb_build_object('id', id)),
    '23505',
    'approval_requests_pkey',
    'no two requests share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.an_approval_workflow(jsonb_build_object('project_id', project_id)) as workflow_id,
    project_id,
    tap.a_task(jsonb_build_object('project_id', project_id)) as subject_id,
    tap.a_user() as requested_by
from tap.a_project() as project_id;

select lives_ok(
    format('select tap.an_approval_request(%L)', to_jsonb(given)),
    'a request may refer to an existing workflow, project and requester'
)
from given;

select throws_constraint(
    format(
        'select tap.an_approval_request(%L)',
        jsonb_build_object(column_name, gen_random_uuid())
    ),
    '23503',
    format('approval_requests_%s_fkey', column_name),
    description
)
from (values
    ('workflow_id', 'a request is not governed by an unknown workflow'),
    ('project_id', 'a request does not belong to an unknown project'),
    ('requested_by', 'a request is not made by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> column_name),
    '23503',
    format('approval_requests_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('workflow_id', 'approval_workflows', 'a workflow with requests may not be deleted'),
    ('requested_by', 'users', 'whoever made a request may not be deleted')
) as kept (column_name, table_name, description);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has requests'
)
from given;

select is_empty(
    format('select id from public.approval_requests where id = %L', id),
    'deleting a project deletes its requests'
)
from given;

create temporary table governed as
select project_id, workflow_id, id
from public.approval_requests
join fresh using (id);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted with a workflow and the request it governs'
)
from governed;

select is_empty(
    format('select id from public.approval_requests where id = %L', id),
    'deleting a project deletes the requests that its workflows govern'
)
from governed;

select * from finish();

rollback;
