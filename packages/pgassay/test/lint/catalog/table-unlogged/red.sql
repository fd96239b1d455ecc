create unlogged table public.cache (id bigint);
