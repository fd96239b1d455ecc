-- Search of projects: by name and description.

begin;

select plan(8);

create temporary table found as
select tap.a_project('{"name": "kestrel", "description": "heron"}') as id;

select ok(
    search_vector @@ word::tsquery,
    format('a new project is found by its %s, with its weight', column_name)
)
from public.projects
join found using (id)
cross join (values
    ('name', 'kestrel:A'),
    ('description', 'heron:B')
) as searched (column_name, word);

create temporary table edited as
select
    column_name,
    tap.a_project() as id
from unnest(array['name', 'description']) as searched (column_name);

select lives_ok(
    format('update public.projects set %I = ''osprey'' where id = %L', column_name, id),
    format('the %s of a project may change', column_name)
)
from edited;

select ok(
    search_vector @@ 'osprey'::tsquery,
    format('a project is found by its new %s', column_name)
)
from public.projects
join edited using (id);

update public.projects
set name = 'bittern'
where id = (select id from found);

select ok(
    not search_vector @@ 'kestrel'::tsquery,
    'a project is no longer found by its old name'
)
from public.projects
join found using (id);

-- The words fill more than the megabyte that a tsvector can hold.
create temporary table saga as
select string_agg(to_hex(n), ' ') as words
from generate_series(1, 250000) as n;

select lives_ok(
    $$select tap.a_project(jsonb_build_object('description', words)) from saga$$,
    'the description of a project may be longer than what can be searched'
);

select * from finish();

rollback;
