-- What procedures stand on: each step that locks or refuses, tried alone.

begin;

select plan(15);

-- Projects.

create temporary table project as
select
    status,
    tap.a_project(jsonb_build_object('status', status)) as id
from unnest(enum_range(null::public.project_status_enum)) as label (status);

select throws_ok(
    format('select public.hold_project_open(%L)', id),
    'BD506',
    'the project is ' || status,
    format('a project that is %s is not open', status)
)
from project
where status in ('on_hold', 'completed', 'cancelled');

select lives_ok(
    format('select public.hold_project_open(%L)', id),
    format('a project in %s is open', status)
)
from project
where status not in ('on_hold', 'completed', 'cancelled');

select is((public.share_project(id)).id, id, 'a project that is shared is returned')
from project
where status = 'completed';

-- What is not there.

select throws_ok(
    format('select public.%s(%L)', function_name, '00000000-0000-4000-8000-00000000dead'),
    'BD501',
    message,
    format('%s says what it does not find', function_name)
)
from (values
    ('share_project', 'there is no such project'),
    ('hold_workflow_active', 'there is no such workflow'),
    ('lock_approval_request', 'there is no such approval request'),
    ('lock_task', 'there is no such task')
) as lacking (function_name, message);

-- Production.

select lives_ok('select public.refuse_production()', 'elsewhere seeds may be sown');

set local bduf.environment = 'production';

select throws_ok(
    'select public.refuse_production()',
    'BD517',
    'this is not for a production database',
    'in production they may not'
);

select * from finish();

rollback;
