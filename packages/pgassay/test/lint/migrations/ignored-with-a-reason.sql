-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
-- Nobody reads it any more. squawk-ignore would do here, were it on a line of its own:
-- squawk-ignore ban-drop-column
alter table public.book drop column shout;
-- squawk-ignore ban-drop-table
select 1;

-- migrate:down

alter table public.book add column shout text;
