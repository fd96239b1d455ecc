create table public.book (title text, constraint has_title check (title <> '') not enforced);
