create extension pg_trgm;
create function public.twice(n integer) returns integer language sql return 2 * n;
create procedure public.tidy() language plpgsql set search_path = '' as 'begin end';
