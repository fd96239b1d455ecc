create table public.shelf (id bigint primary key, code varchar(9) unique);
create table public.book (shelf_id bigint references public.shelf, code varchar(9) references public.shelf (code));
