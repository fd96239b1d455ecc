create table public.shelf (id bigint primary key, room integer, unique (room, id));
-- No index at all, and one in which another column comes first.
create table public.book (shelf_id bigint constraint book_shelf_id_fkey references public.shelf (id), title text);
create index on public.book (title, shelf_id);
-- The room alone leads to every shelf in it.
create table public.box (
    room integer,
    shelf_id bigint,
    constraint box_room_shelf_id_fkey foreign key (room, shelf_id) references public.shelf (room, id)
);
create index on public.box (room);
-- Leaves out rows that refer to something.
create table public.map (shelf_id bigint references public.shelf (id), title text);
create index on public.map (shelf_id) where title is not null;
