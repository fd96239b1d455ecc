-- Search of architecture decisions: by all that is written in them.

begin;

select plan(20);

create temporary table found as
select tap.an_architecture_decision(
    jsonb_build_object(
        'title', 'kestrel',
        'decision', 'heron',
        'description', 'curlew',
        'context', 'gannet',
        'consequences', 'plover'
    )
) as id;

select ok(
    search_vector @@ word::tsquery,
    format('a new decision is found by its %s, with its weight', column_name)
)
from public.architecture_decisions
join found using (id)
cross join (values
    ('title', 'kestrel:A'),
    ('decision', 'heron:B'),
    ('description', 'curlew:C'),
    ('context', 'gannet:C'),
    ('consequences', 'plover:D')
) as searched (column_name, word);

create temporary table edited as
select
    column_name,
    tap.an_architecture_decision() as id
from unnest(array[
    'title', 'decision', 'description', 'context', 'consequences'
]) as searched (column_name);

select lives_ok(
    format(
        'update public.architecture_decisions set %I = ''osprey'' where id = %L',
        column_name,
        id
    ),
    format('the %s of a decision may change', column_name)
)
from edited;

select ok(
    search_vector @@ 'osprey'::tsquery,
    format('a decision is found by its new %s', column_name)
)
from public.architecture_decisions
join edited using (id);

update public.architecture_decisions
set title = 'bittern'
where id = (select id from found);

select ok(
    not search_vector @@ 'kestrel'::tsquery,
    'a decision is no longer found by its old title'
)
from public.architecture_decisions
join found using (id);

-- The words fill more than the megabyte that a tsvector can hold.
create temporary table saga as
select string_agg(to_hex(n), ' ') as words
from generate_series(1, 250000) as n;

select lives_ok(
    format(
        'select tap.an_architecture_decision(jsonb_build_object(%L, words)) from saga',
        column_name
    ),
    format('the %s of a decision may be longer than what can be searched', column_name)
)
from unnest(array['description', 'decision', 'context', 'consequences']) as searched (column_name);

select * from finish();

rollback;
