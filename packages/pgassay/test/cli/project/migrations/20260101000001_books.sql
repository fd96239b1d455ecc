-- migrate:up
create table public.shelf (
    id integer primary key,
    name text not null constraint shelf_name_not_blank_check check (name <> '')
);

create table public.book (
    id integer primary key,
    shelf_id integer not null references public.shelf (id),
    title text not null
);

create index book_shelf_id_idx on public.book (shelf_id);

-- migrate:down
drop table public.book;

drop table public.shelf;
