-- Rows that refer to rows of their own table: no circle, however long and however it is written.
-- Two sessions that would close one together are in test/circles.test.ts.

begin;

select plan(21);

create temporary table tree as
select
    project_id,
    tap.a_task(jsonb_build_object('project_id', project_id)) as a,
    tap.a_task(jsonb_build_object('project_id', project_id)) as b,
    tap.a_task(jsonb_build_object('project_id', project_id)) as c
from tap.a_project() as project_id;

select lives_ok(
    format('update public.tasks set parent_task_id = %L where id = %L', parent, child),
    'a task may be hung below another'
)
from tree
cross join lateral (values (a, b), (b, c)) as edge (parent, child);

select throws_constraint(
    format('update public.tasks set parent_task_id = %L where id = %L', c, a),
    'BD301',
    'tasks_no_circle',
    'a task may not be hung below a part of its part'
)
from tree;

select throws_constraint(
    format('update public.tasks set parent_task_id = %L where id = %L', b, a),
    'BD301',
    'tasks_no_circle',
    'a task may not be hung below its own part'
)
from tree;

select lives_ok(
    format('update public.tasks set parent_task_id = %L where id = %L', a, c),
    'a task may be hung below another ancestor'
)
from tree;

select lives_ok(
    format(
        'update public.tasks set parent_task_id = case id when %1$L then %2$L::uuid end '
        'where id in (%1$L, %2$L)',
        a,
        b
    ),
    'two tasks may change places in one statement'
)
from tree;

select throws_constraint(
    format(
        'update public.tasks set parent_task_id = case id when %1$L then %2$L::uuid else %1$L end '
        'where id in (%1$L, %2$L)',
        a,
        b
    ),
    'BD301',
    'tasks_no_circle',
    'two tasks may not become parts of each other in one statement'
)
from tree;

select throws_constraint(
    format(
        'insert into public.tasks (id, project_id, parent_task_id, title, created_by) '
        'select id, %L, parent_id, ''Loop'', tap.a_user() '
        'from (values (%2$L::uuid, %3$L::uuid), (%3$L, %2$L)) as looped (id, parent_id)',
        project_id,
        gen_random_uuid(),
        gen_random_uuid()
    ),
    'BD301',
    'tasks_no_circle',
    'two new tasks may not be parts of each other'
)
from tree;

select lives_ok(
    format(
        'insert into public.tasks (id, project_id, parent_task_id, title, created_by) '
        'select id, %L, parent_id, ''Chain'', tap.a_user() '
        'from (values (%2$L::uuid, %3$L::uuid), (%3$L, null)) as chained (id, parent_id)',
        project_id,
        gen_random_uuid(),
        gen_random_uuid()
    ),
    'a new task may come before its new parent in one statement'
)
from tree;

-- Requirements, decisions and dependencies.

create temporary table pair as
select
    project_id,
    tap.a_requirement(in_project) as requirement,
    tap.a_requirement(in_project) as other_requirement,
    tap.an_architecture_decision(in_project) as decision,
    tap.an_architecture_decision(in_project) as other_decision,
    tap.a_task(in_project) as task,
    tap.a_task(in_project) as other_task,
    tap.a_task(in_project) as third_task
from tap.a_project() as project_id
cross join lateral jsonb_build_object('project_id', project_id) as in_project;

update public.requirements
set parent_requirement_id = requirement
from pair
where id = other_requirement;

select throws_constraint(
    format(
        'update public.requirements set parent_requirement_id = %L where id = %L',
        other_requirement,
        requirement
    ),
    'BD301',
    'requirements_no_circle',
    'two requirements may not refine each other'
)
from pair;

select throws_constraint(
    format(
        'insert into public.requirements '
        '(id, project_id, parent_requirement_id, title, description, type, created_by) '
        'select id, %L, parent_id, ''Loop'', ''Loop'', ''functional'', tap.a_user() '
        'from (values (%2$L::uuid, %3$L::uuid), (%3$L, %2$L)) as looped (id, parent_id)',
        project_id,
        gen_random_uuid(),
        gen_random_uuid()
    ),
    'BD301',
    'requirements_no_circle',
    'two new requirements may not refine each other'
)
from pair;

select throws_constraint(
    format(
        'insert into public.architecture_decisions '
        '(id, project_id, superseded_by, status, title, description, decision, category, '
        'created_by) '
        'select id, %L, successor_id, ''superseded'', ''Loop'', ''Loop'', ''Loop'', ''data'', '
        'tap.a_user() '
        'from (values (%2$L::uuid, %3$L::uuid), (%3$L, %2$L)) as looped (id, successor_id)',
        project_id,
        gen_random_uuid(),
        gen_random_uuid()
    ),
    'BD301',
    'architecture_decisions_no_circle',
    'two new decisions may not supersede each other'
)
from pair;

update public.architecture_decisions
set
    status = 'superseded',
    superseded_by = pair.decision
from pair
where id = other_decision;

select throws_constraint(
    format(
        'update public.architecture_decisions set status = ''superseded'', superseded_by = %L '
        'where id = %L',
        other_decision,
        decision
    ),
    'BD301',
    'architecture_decisions_no_circle',
    'two decisions may not supersede each other'
)
from pair;

select lives_ok(
    format(
        'select tap.a_task_dependency(%L)',
        jsonb_build_object(
            'project_id', project_id, 'predecessor_id', predecessor, 'successor_id', successor
        )
    ),
    'a task may wait for another'
)
from pair
cross join lateral (
    values (task, other_task), (other_task, third_task)
) as edge (predecessor, successor);

select throws_constraint(
    format(
        'select tap.a_task_dependency(%L)',
        jsonb_build_object(
            'project_id', project_id, 'predecessor_id', third_task, 'successor_id', task
        )
    ),
    'BD301',
    'task_dependencies_no_circle',
    'no task waits for itself by way of others'
)
from pair;

-- The guard: one row a project and hierarchy, of hierarchies that there are.

select results_eq(
    format(
        'select hierarchy from public.hierarchy_guards where project_id = %L order by hierarchy',
        project_id
    ),
    array['architecture_decisions', 'requirements', 'task_dependencies'],
    'whoever changes a hierarchy has written its guard'
)
from pair;

select throws_constraint(
    format('insert into public.hierarchy_guards values (%L, %L, %s)', guarded, hierarchy, locker),
    sqlstate,
    rule,
    format('%s refuses it', rule)
)
from pair
cross join lateral (values
    (
        project_id,
        'bananas',
        'pg_current_xact_id()',
        '23514',
        'hierarchy_guards_hierarchy_is_known_check'
    ),
    (project_id, 'requirements', 'pg_current_xact_id()', '23505', 'hierarchy_guards_pkey'),
    (
        gen_random_uuid(),
        'requirements',
        'pg_current_xact_id()',
        '23503',
        'hierarchy_guards_project_id_fkey'
    ),
    (project_id, 'tasks', 'null', '23502', 'hierarchy_guards.locked_by')
) as refused (guarded, hierarchy, locker, sqlstate, rule);

select * from finish();

rollback;
