create table public.shelf (id bigint primary key);
create table public.book (shelf_id integer constraint stands_on references public.shelf);
