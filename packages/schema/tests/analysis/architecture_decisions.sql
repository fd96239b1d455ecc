-- Architecture decisions: what was decided, from which options and why.

begin;

select plan(62);

select column_is('public', 'architecture_decisions', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('title', 'character varying(500) not null'),
    ('description', 'text not null'),
    ('context', 'text'),
    ('decision', 'text not null'),
    ('consequences', 'text'),
    ('category', 'architecture_category_enum not null'),
    ('status', $$decision_status_enum not null default 'proposed'::decision_status_enum$$),
    ('options_considered', $$jsonb not null default '[]'::jsonb$$),
    ('evaluation_criteria', $$jsonb not null default '{}'::jsonb$$),
    ('risk_assessment', $$jsonb not null default '{}'::jsonb$$),
    ('trade_offs', $$jsonb not null default '{}'::jsonb$$),
    ('decided_by', 'uuid'),
    ('decided_at', 'timestamp with time zone'),
    ('review_date', 'date'),
    ('superseded_by', 'uuid'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('version', 'integer not null default 1'),
    ('search_vector', 'tsvector')
) as documented (column_name, definition);

select constraint_is('public', 'architecture_decisions', constraint_name, definition)
from (values
    ('architecture_decisions_pkey', 'PRIMARY KEY (id)'),
    (
        'architecture_decisions_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    ('architecture_decisions_decided_by_fkey', 'FOREIGN KEY (decided_by) REFERENCES users(id)'),
    (
        'architecture_decisions_superseded_by_fkey',
        'FOREIGN KEY (superseded_by) REFERENCES architecture_decisions(id)'
    ),
    ('architecture_decisions_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_architecture_decision(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'architecture_decisions.' || column_name,
    format('a decision without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'title', 'description', 'decision', 'category', 'status', 'created_at',
    'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    format(
        'select tap.an_architecture_decision(%L)',
        jsonb_build_object(column_name, 'unheard of')
    ),
    '22P02',
    null,
    format('a decision with an unheard of %s is refused', column_name)
)
from unnest(array['category', 'status']) as labelled (column_name);

create temporary table fresh as
select tap.an_architecture_decision() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new decision has a random id')
from fresh;

select is(
    to_jsonb(architecture_decisions) ->> column_name,
    value,
    format('a new decision gets its default %s', column_name)
)
from public.architecture_decisions
join fresh using (id)
cross join (values
    ('status', 'proposed'),
    ('options_considered', '[]'),
    ('evaluation_criteria', '{}'),
    ('risk_assessment', '{}'),
    ('trade_offs', '{}'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('version', '1')
) as initial (column_name, value);

select lives_ok(
    format(
        'select tap.an_architecture_decision(%L)',
        jsonb_build_object('title', repeat('x', 500))
    ),
    'the title of a decision may have 500 characters'
);

select throws_ok(
    format(
        'select tap.an_architecture_decision(%L)',
        jsonb_build_object('title', repeat('x', 501))
    ),
    '22001',
    null,
    'the title of a decision may not have 501 characters'
);

-- Uniqueness.

select throws_constraint(
    format('select tap.an_architecture_decision(%L)', jsonb_build_object('id', id)),
    '23505',
    'architecture_decisions_pkey',
    'no two decisions share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    project_id,
    'superseded' as status,
    tap.a_user() as decided_by,
    tap.an_architecture_decision(jsonb_build_object('project_id', project_id)) as superseded_by,
    tap.a_user() as created_by
from tap.a_project() as project_id;

select lives_ok(
    format('select tap.an_architecture_decision(%L)', to_jsonb(given)),
    'a decision may refer to an existing project, decider, successor and author'
)
from given;

select throws_constraint(
    format(
        'select tap.an_architecture_decision(%L)',
        jsonb_build_object('status', status, column_name, gen_random_uuid())
    ),
    '23503',
    format('architecture_decisions_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'proposed', 'a decision does not belong to an unknown project'),
    ('decided_by', 'approved', 'a decision is not made by an unknown user'),
    ('superseded_by', 'superseded', 'a decision is not superseded by an unknown one'),
    ('created_by', 'proposed', 'a decision is not recorded by an unknown user')
) as refused (column_name, status, description);

select throws_constraint(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> column_name),
    '23503',
    format('architecture_decisions_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('decided_by', 'users', 'whoever made a decision may not be deleted'),
    (
        'superseded_by',
        'architecture_decisions',
        'a decision that supersedes another may not be deleted'
    ),
    ('created_by', 'users', 'whoever recorded a decision may not be deleted')
) as kept (column_name, table_name, description);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has decisions'
)
from given;

select is_empty(
    format('select id from public.architecture_decisions where id = %L', id),
    'deleting a project deletes its decisions'
)
from given;

-- Changes.

create temporary table stale as
select tap.an_architecture_decision('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.architecture_decisions
set title = 'Two sheets for each bay'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a decision moves its updated_at')
from public.architecture_decisions
join stale using (id);

select * from finish();

rollback;
