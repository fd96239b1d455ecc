create function public.secrets() returns integer language sql security definer return 1;
revoke execute on function public.secrets from public;
create function public.twice(n integer) returns integer language sql return 2 * n;
create function public.stamp() returns trigger language plpgsql security definer as 'begin return new; end';
