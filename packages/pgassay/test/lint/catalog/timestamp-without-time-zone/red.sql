create table public.book (id bigint, lent_at timestamp, seen timestamp(0)[]);
