-- Project analytics: the figures of a project, once a day.

begin;

select plan(51);

select column_is('public', 'project_analytics', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('snapshot_date', 'date not null default CURRENT_DATE'),
    ('total_tasks', 'integer not null default 0'),
    ('completed_tasks', 'integer not null default 0'),
    ('in_progress_tasks', 'integer not null default 0'),
    ('blocked_tasks', 'integer not null default 0'),
    ('total_estimated_hours', 'numeric(10,2) not null default 0'),
    ('total_actual_hours', 'numeric(10,2) not null default 0'),
    ('requirements_completeness', 'numeric(3,2)'),
    ('architecture_coherence_score', 'numeric(3,2)'),
    ('risk_score', 'numeric(3,2)'),
    ('active_team_members', 'integer not null default 0'),
    ('collaboration_sessions_count', 'integer not null default 0'),
    ('custom_metrics', $$jsonb not null default '{}'::jsonb$$)
) as documented (column_name, definition);

select constraint_is('public', 'project_analytics', constraint_name, definition)
from (values
    ('project_analytics_pkey', 'PRIMARY KEY (id)'),
    ('project_analytics_project_id_snapshot_date_key', 'UNIQUE (project_id, snapshot_date)'),
    (
        'project_analytics_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    )
) as documented (constraint_name, definition);

select index_is('public', 'project_analytics', index_name, definition)
from (values
    ('idx_project_analytics_date_project', 'btree (snapshot_date DESC, project_id)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_project_snapshot(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'project_analytics.' || column_name,
    format('a snapshot without %s is refused', column_name)
)
from unnest(array['id', 'project_id', 'snapshot_date']) as required (column_name);

create temporary table fresh as
select tap.a_project_snapshot() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new snapshot has a random id')
from fresh;

select is(
    to_jsonb(project_analytics) ->> column_name,
    value,
    format('a new snapshot gets its default %s', column_name)
)
from public.project_analytics
join fresh using (id)
cross join (values
    ('snapshot_date', current_date::text),
    ('total_tasks', '0'),
    ('completed_tasks', '0'),
    ('in_progress_tasks', '0'),
    ('blocked_tasks', '0'),
    ('total_estimated_hours', '0.00'),
    ('total_actual_hours', '0.00'),
    ('active_team_members', '0'),
    ('collaboration_sessions_count', '0'),
    ('custom_metrics', '{}')
) as initial (column_name, value);

create temporary table number_limit (column_name, largest, too_large) as
values
    ('total_estimated_hours', 99999999.99, 100000000),
    ('total_actual_hours', 99999999.99, 100000000),
    ('requirements_completeness', 1, 10),
    ('architecture_coherence_score', 1, 10),
    ('risk_score', 4.5, 10);

select lives_ok(
    format('select tap.a_project_snapshot(%L)', jsonb_build_object(column_name, largest)),
    format('the %s of a snapshot may be %s', column_name, largest)
)
from number_limit;

select throws_ok(
    format('select tap.a_project_snapshot(%L)', jsonb_build_object(column_name, too_large)),
    '22003',
    null,
    format('the %s of a snapshot may not be %s', column_name, too_large)
)
from number_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.a_project_snapshot(%L)', jsonb_build_object('id', id)),
    '23505',
    'project_analytics_pkey',
    'no two snapshots share an id'
)
from fresh;

select throws_constraint(
    format('select tap.a_project_snapshot(%L)', to_jsonb(taken)),
    '23505',
    'project_analytics_project_id_snapshot_date_key',
    'a project has one snapshot a day'
)
from (
    select project_id, snapshot_date
    from public.project_analytics
    join fresh using (id)
) as taken;

select lives_ok(
    format('select tap.a_project_snapshot(%L)', attempt),
    description
)
from public.project_analytics
join fresh using (id)
cross join lateral (values
    (
        jsonb_build_object('project_id', project_id, 'snapshot_date', snapshot_date - 1),
        'a project may have a snapshot of another day'
    ),
    (
        jsonb_build_object('snapshot_date', snapshot_date),
        'two projects may have a snapshot of the same day'
    )
) as accepted (attempt, description);

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_project() as project_id;

select lives_ok(
    format('select tap.a_project_snapshot(%L)', to_jsonb(given)),
    'a snapshot may be taken of an existing project'
)
from given;

select throws_constraint(
    format(
        'select tap.a_project_snapshot(%L)',
        jsonb_build_object('project_id', gen_random_uuid())
    ),
    '23503',
    'project_analytics_project_id_fkey',
    'a snapshot is not taken of an unknown project'
);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has snapshots'
)
from given;

select is_empty(
    format('select id from public.project_analytics where id = %L', id),
    'deleting a project deletes its snapshots'
)
from given;

select * from finish();

rollback;
