-- Requirement lineages: what the versions of one requirement have in common.

begin;

select plan(10);

select column_is('public', 'requirements', 'lineage_id', 'uuid not null');

select constraint_is(
    'public',
    'requirements',
    'requirements_lineage_id_version_key',
    'UNIQUE (lineage_id, version)'
);

select index_is(
    'public',
    'requirements',
    'requirements_one_current_version_key',
    'unique btree (lineage_id) WHERE is_current_version'
);

create temporary table origin as
select
    project_id,
    tap.a_requirement(jsonb_build_object('project_id', project_id)) as id
from tap.a_project() as project_id;

select is(lineage_id, origin.id, 'a requirement starts a lineage of its own')
from public.requirements
join origin using (id);

select throws_constraint(
    format('update public.requirements set lineage_id = null where id = %L', id),
    '23502',
    'requirements.lineage_id',
    'no requirement leaves its lineage'
)
from origin;

create temporary table later_version as
select jsonb_build_object('project_id', project_id, 'lineage_id', id) as common
from origin;

select throws_constraint(
    format('select tap.a_requirement(%L)', common || attempt),
    '23505',
    constraint_name,
    description
)
from later_version
cross join (values
    (
        '{"version": 1, "is_current_version": false}'::jsonb,
        'requirements_lineage_id_version_key',
        'no two versions of a requirement have one number'
    ),
    (
        '{"version": 2}',
        'requirements_one_current_version_key',
        'no two versions of a requirement are in force'
    )
) as refused (attempt, constraint_name, description);

update public.requirements
set is_current_version = false
where id = (select id from origin);

select lives_ok(
    format('select tap.a_requirement(%L)', common || '{"version": 2}'),
    'a new version comes when the old one is retired'
)
from later_version;

select throws_constraint(
    format('delete from public.requirements where id = %L', id),
    '23503',
    'requirements_project_id_lineage_id_fkey',
    'the first version is kept while later ones are'
)
from origin;

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted with all versions of its requirements'
)
from origin;

select * from finish();

rollback;
