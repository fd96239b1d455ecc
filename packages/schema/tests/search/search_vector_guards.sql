-- A search vector says what the texts say, whichever way it is written.

begin;

select plan(28);

create temporary table searched as
select table_name, id
from (values
    ('users', tap.a_user()),
    ('projects', tap.a_project()),
    ('tasks', tap.a_task()),
    ('requirements', tap.a_requirement()),
    ('architecture_decisions', tap.an_architecture_decision())
) as row (table_name, id);

create temporary table told as
select table_name, id, tap.row_as_json(table_name, id) ->> 'search_vector' as search_vector
from searched;

select isnt(search_vector, '', format('%s: the vector of a new row is filled', table_name))
from told;

select lives_ok(
    format('update public.%I set search_vector = ''lie'' where id = %L', table_name, id),
    format('%s: a vector may be written', table_name)
)
from searched;
select is(
    tap.row_as_json(table_name, id) ->> 'search_vector',
    search_vector,
    format('%s: but it stays what it was', table_name)
)
from told;

select lives_ok(
    format('update public.%I set search_vector = null where id = %L', table_name, id),
    format('%s: a vector may be emptied', table_name)
)
from searched;
select is(
    tap.row_as_json(table_name, id) ->> 'search_vector',
    search_vector,
    format('%s: but it stays filled', table_name)
)
from told;

update public.tasks
set search_vector = 'lie', title = 'The buoy'
where id = (select id from searched where table_name = 'tasks');
select ok(
    search_vector @@ 'buoy' and not search_vector @@ 'lie',
    'a text and a vector written together: the text counts'
)
from public.tasks
join searched using (id);

merge into public.tasks
using searched on searched.id = tasks.id
when matched then update set title = 'The beacon';
select ok(search_vector @@ 'beacon', 'merge') from public.tasks join searched using (id);

insert into public.tasks (id, project_id, title, created_by)
select id, project_id, 'The quay', created_by
from public.tasks
join searched using (id)
on conflict (id) do update set title = excluded.title, search_vector = excluded.search_vector;
select ok(
    search_vector @@ 'quay' and not search_vector @@ 'beacon',
    'insert on conflict'
)
from public.tasks
join searched using (id);

select * from finish();

rollback;
