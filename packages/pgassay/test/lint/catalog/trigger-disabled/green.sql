create function public.stamp() returns trigger language plpgsql as 'begin return new; end';
create table public.shelf (id bigint primary key);
create trigger stamp before insert on public.shelf for each row execute function public.stamp();
alter table public.shelf disable trigger stamp;
alter table public.shelf enable always trigger stamp;
