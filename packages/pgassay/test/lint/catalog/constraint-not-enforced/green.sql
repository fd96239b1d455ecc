create table public.book (title text);
alter table public.book add constraint has_title check (title <> '') not valid;
