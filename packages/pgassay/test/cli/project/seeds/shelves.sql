insert into public.shelf (id, name)
values
    (1, 'atlases'),
    (2, 'novels')
on conflict (id) do nothing;
