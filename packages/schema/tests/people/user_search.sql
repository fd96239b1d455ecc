-- Search of users: by every name they have.

begin;

select plan(13);

create temporary table found as
select tap.a_user(
    jsonb_build_object(
        'display_name', 'kestrel',
        'first_name', 'heron',
        'last_name', 'curlew',
        'username', 'gannet'
    )
) as id;

select ok(
    search_vector @@ word::tsquery,
    format('a new user is found by its %s, with its weight', column_name)
)
from public.users
join found using (id)
cross join (values
    ('display_name', 'kestrel:A'),
    ('first_name', 'heron:A'),
    ('last_name', 'curlew:A'),
    ('username', 'gannet:B')
) as searched (column_name, word);

create temporary table edited as
select
    column_name,
    tap.a_user() as id
from unnest(array[
    'display_name', 'first_name', 'last_name', 'username'
]) as searched (column_name);

select lives_ok(
    format('update public.users set %I = ''osprey'' where id = %L', column_name, id),
    format('the %s of a user may change', column_name)
)
from edited;

select ok(
    search_vector @@ 'osprey'::tsquery,
    format('a user is found by its new %s', column_name)
)
from public.users
join edited using (id);

update public.users
set display_name = 'bittern'
where id = (select id from found);

select ok(
    not search_vector @@ 'kestrel'::tsquery,
    'a user is no longer found by its old display_name'
)
from public.users
join found using (id);

select * from finish();

rollback;
