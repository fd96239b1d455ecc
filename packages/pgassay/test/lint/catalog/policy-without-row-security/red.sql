create table public.book (id bigint);
create policy readers on public.book using (id > 0);
create policy authors on public.book using (id < 0);
