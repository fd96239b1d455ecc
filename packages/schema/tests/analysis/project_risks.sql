-- Project risks: what may go wrong, who watches it and what is done about it.

begin;

select plan(52);

select column_is('public', 'project_risks', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('title', 'character varying(500) not null'),
    ('description', 'text not null'),
    ('category', 'risk_category_enum not null'),
    ('probability', 'risk_probability_enum not null'),
    ('impact', 'risk_impact_enum not null'),
    ('mitigation_strategy', 'text'),
    ('contingency_plan', 'text'),
    ('owner_id', 'uuid'),
    ('status', $$risk_status_enum not null default 'identified'::risk_status_enum$$),
    ('identified_at', 'timestamp with time zone not null default now()'),
    ('mitigated_at', 'timestamp with time zone'),
    ('review_date', 'date'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null')
) as documented (column_name, definition);

select constraint_is('public', 'project_risks', constraint_name, definition)
from (values
    ('project_risks_pkey', 'PRIMARY KEY (id)'),
    (
        'project_risks_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    ('project_risks_owner_id_fkey', 'FOREIGN KEY (owner_id) REFERENCES users(id)'),
    ('project_risks_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_project_risk(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'project_risks.' || column_name,
    format('a risk without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'title', 'description', 'category', 'probability', 'impact', 'created_at',
    'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    format('select tap.a_project_risk(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a risk with an unheard of %s is refused', column_name)
)
from unnest(array['category', 'probability', 'impact', 'status']) as labelled (column_name);

create temporary table fresh as
select tap.a_project_risk() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new risk has a random id')
from fresh;

select is(
    to_jsonb(project_risks) ->> column_name,
    value,
    format('a new risk gets its default %s', column_name)
)
from public.project_risks
join fresh using (id)
cross join (values
    ('status', 'identified'),
    ('identified_at', to_jsonb(now()) #>> '{}'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}')
) as initial (column_name, value);

select lives_ok(
    format('select tap.a_project_risk(%L)', jsonb_build_object('title', repeat('x', 500))),
    'the title of a risk may have 500 characters'
);

select throws_ok(
    format('select tap.a_project_risk(%L)', jsonb_build_object('title', repeat('x', 501))),
    '22001',
    null,
    'the title of a risk may not have 501 characters'
);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_project_risk(%L)', jsonb_build_object('id', id)),
    '23505',
    'project_risks_pkey',
    'no two risks share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_project() as project_id,
    tap.a_user() as owner_id,
    tap.a_user() as created_by;

select lives_ok(
    format('select tap.a_project_risk(%L)', to_jsonb(given)),
    'a risk may refer to an existing project, owner and author'
)
from given;

select throws_constraint(
    format('select tap.a_project_risk(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('project_risks_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'a risk does not belong to an unknown project'),
    ('owner_id', 'a risk is not owned by an unknown user'),
    ('created_by', 'a risk is not created by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', to_jsonb(given) ->> column_name),
    '23503',
    format('project_risks_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('owner_id', 'the owner of a risk may not be deleted'),
    ('created_by', 'whoever created a risk may not be deleted')
) as kept (column_name, description);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has risks'
)
from given;

select is_empty(
    format('select id from public.project_risks where id = %L', id),
    'deleting a project deletes its risks'
)
from given;

-- Changes.

create temporary table stale as
select tap.a_project_risk('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.project_risks
set title = 'The ship is lost'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a risk moves its updated_at')
from public.project_risks
join stale using (id);

select * from finish();

rollback;
