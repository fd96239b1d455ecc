create table public.book (title text);
alter table public.book add constraint has_title check (title <> '') not valid;
alter table public.book validate constraint has_title;
alter table public.book add constraint is_short check (length(title) < 99) not enforced;
