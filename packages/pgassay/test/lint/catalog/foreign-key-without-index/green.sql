create table public.shelf (id bigint primary key, room integer, unique (room, id));
create table public.book (shelf_id bigint references public.shelf (id), title text);
create index on public.book (shelf_id, title) where shelf_id is not null;
-- A shelf is found by its id; the room says nothing more.
create table public.box (
    room integer,
    shelf_id bigint,
    foreign key (room, shelf_id) references public.shelf (room, id)
);
create index on public.box (shelf_id);
create table public.map (room integer, shelf_id bigint, foreign key (room, shelf_id) references public.shelf (room, id));
create index on public.map (shelf_id, room);
create table public.note (shelf_id bigint references public.shelf (id) not enforced);
