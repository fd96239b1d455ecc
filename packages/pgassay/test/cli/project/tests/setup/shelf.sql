create function tap.a_shelf() returns integer
language sql
set search_path = ''
begin atomic
    insert into public.shelf (id, name) values (1, 'novels') returning id;
end;
