insert into public.book (id, shelf_id, title)
values (1, 2, 'The Shipping News')
on conflict (id) do nothing;

update public.book
set title = 'The Shipping News'
where title <> 'The Shipping News';
