create function public.twice(n integer) returns integer language sql as 'select 2 * n';
create procedure public.tidy(hard boolean) language plpgsql set work_mem = '1MB' as 'begin end';
