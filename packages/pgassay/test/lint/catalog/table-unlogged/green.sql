create table public.cache (id bigint);
