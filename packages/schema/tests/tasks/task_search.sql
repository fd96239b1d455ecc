-- Search of tasks: by title and description.

begin;

select plan(8);

create temporary table found as
select tap.a_task('{"title": "kestrel", "description": "heron"}') as id;

select ok(
    search_vector @@ word::tsquery,
    format('a new task is found by its %s, with its weight', column_name)
)
from public.tasks
join found using (id)
cross join (values
    ('title', 'kestrel:A'),
    ('description', 'heron:B')
) as searched (column_name, word);

create temporary table edited as
select
    column_name,
    tap.a_task() as id
from unnest(array['title', 'description']) as searched (column_name);

select lives_ok(
    format('update public.tasks set %I = ''osprey'' where id = %L', column_name, id),
    format('the %s of a task may change', column_name)
)
from edited;

select ok(
    search_vector @@ 'osprey'::tsquery,
    format('a task is found by its new %s', column_name)
)
from public.tasks
join edited using (id);

update public.tasks
set title = 'bittern'
where id = (select id from found);

select ok(
    not search_vector @@ 'kestrel'::tsquery,
    'a task is no longer found by its old title'
)
from public.tasks
join found using (id);

-- The words fill more than the megabyte that a tsvector can hold.
create temporary table saga as
select string_agg(to_hex(n), ' ') as words
from generate_series(1, 250000) as n;

select lives_ok(
    $$select tap.a_task(jsonb_build_object('description', words)) from saga$$,
    'the description of a task may be longer than what can be searched'
);

select * from finish();

rollback;
