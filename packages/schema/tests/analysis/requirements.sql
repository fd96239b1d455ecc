-- Requirements: what a project must achieve, in versions.

begin;

select plan(80);

select column_is('public', 'requirements', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('parent_requirement_id', 'uuid'),
    ('title', 'character varying(500) not null'),
    ('description', 'text not null'),
    ('type', 'requirement_type_enum not null'),
    ('priority', $$priority_enum not null default 'medium'::priority_enum$$),
    ('status', $$requirement_status_enum not null default 'draft'::requirement_status_enum$$),
    ('category', 'character varying(100)'),
    ('source', 'character varying(200)'),
    ('stakeholder_id', 'uuid'),
    ('complexity_score', 'numeric(3,2)'),
    ('effort_estimate_hours', 'numeric(8,2)'),
    ('risk_level', $$risk_level_enum not null default 'medium'::risk_level_enum$$),
    ('acceptance_criteria', $$jsonb not null default '[]'::jsonb$$),
    ('test_cases', $$jsonb not null default '[]'::jsonb$$),
    ('related_requirements', $$uuid[] not null default '{}'::uuid[]$$),
    ('version', 'integer not null default 1'),
    ('is_current_version', 'boolean not null default true'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('custom_attributes', $$jsonb not null default '{}'::jsonb$$),
    ('attachments', $$jsonb not null default '[]'::jsonb$$),
    ('search_vector', 'tsvector')
) as documented (column_name, definition);

select constraint_is('public', 'requirements', constraint_name, definition)
from (values
    ('requirements_pkey', 'PRIMARY KEY (id)'),
    (
        'requirements_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    (
        'requirements_parent_requirement_id_fkey',
        'FOREIGN KEY (parent_requirement_id) REFERENCES requirements(id)'
    ),
    ('requirements_stakeholder_id_fkey', 'FOREIGN KEY (stakeholder_id) REFERENCES users(id)'),
    ('requirements_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'requirements', index_name, definition)
from (values
    (
        'idx_requirements_current_version',
        'btree (project_id, type, status) WHERE (is_current_version = true)'
    )
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'requirements.' || column_name,
    format('a requirement without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'title', 'description', 'type', 'priority', 'status', 'created_at',
    'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a requirement with an unheard of %s is refused', column_name)
)
from unnest(array['type', 'priority', 'status', 'risk_level']) as labelled (column_name);

create temporary table fresh as
select tap.a_requirement() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new requirement has a random id')
from fresh;

select is(
    to_jsonb(requirements) ->> column_name,
    value,
    format('a new requirement gets its default %s', column_name)
)
from public.requirements
join fresh using (id)
cross join (values
    ('priority', 'medium'),
    ('status', 'draft'),
    ('risk_level', 'medium'),
    ('acceptance_criteria', '[]'),
    ('test_cases', '[]'),
    ('related_requirements', '[]'),
    ('version', '1'),
    ('is_current_version', 'true'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('custom_attributes', '{}'),
    ('attachments', '[]')
) as initial (column_name, value);

create temporary table text_limit (column_name, longest) as
values
    ('title', 500),
    ('category', 100),
    ('source', 200);

select lives_ok(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, repeat('x', longest))),
    format('the %s of a requirement may have %s characters', column_name, longest)
)
from text_limit;

select throws_ok(
    format(
        'select tap.a_requirement(%L)',
        jsonb_build_object(column_name, repeat('x', longest + 1))
    ),
    '22001',
    null,
    format('the %s of a requirement may not have %s characters', column_name, longest + 1)
)
from text_limit;

create temporary table number_limit (column_name, largest, too_large) as
values
    ('complexity_score', 1, 10),
    ('effort_estimate_hours', 999999.99, 1000000);

select lives_ok(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, largest)),
    format('the %s of a requirement may be %s', column_name, largest)
)
from number_limit;

select throws_ok(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, too_large)),
    '22003',
    null,
    format('the %s of a requirement may not be %s', column_name, too_large)
)
from number_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.a_requirement(%L)', jsonb_build_object('id', id)),
    '23505',
    'requirements_pkey',
    'no two requirements share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    project_id,
    tap.a_requirement(jsonb_build_object('project_id', project_id)) as parent_requirement_id,
    tap.a_user() as stakeholder_id,
    tap.a_user() as created_by
from tap.a_project() as project_id;

select lives_ok(
    format('select tap.a_requirement(%L)', to_jsonb(given)),
    'a requirement may refer to an existing project, parent, stakeholder and author'
)
from given;

select throws_constraint(
    format('select tap.a_requirement(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('requirements_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'a requirement does not belong to an unknown project'),
    ('parent_requirement_id', 'a requirement does not refine an unknown one'),
    ('stakeholder_id', 'a requirement is not held by an unknown user'),
    ('created_by', 'a requirement is not created by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> column_name),
    '23503',
    format('requirements_%s_fkey', column_name),
    description
)
from given
cross join (values
    (
        'parent_requirement_id',
        'requirements',
        'a requirement that others refine may not be deleted'
    ),
    ('stakeholder_id', 'users', 'the stakeholder of a requirement may not be deleted'),
    ('created_by', 'users', 'whoever created a requirement may not be deleted')
) as kept (column_name, table_name, description);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has requirements'
)
from given;

select is_empty(
    format('select id from public.requirements where id = %L', id),
    'deleting a project deletes its requirements'
)
from given;

-- Changes.

create temporary table stale as
select tap.a_requirement('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.requirements
set title = 'Depths are in fathoms'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a requirement moves its updated_at')
from public.requirements
join stale using (id);

select * from finish();

rollback;
