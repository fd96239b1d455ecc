-- A stored one rewrites the table, a virtual one does not.

-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
alter table public.book add column shout text generated always as (upper(title)) virtual;
alter table public.book add column whisper text generated always as (lower(title)) stored;

-- migrate:down

alter table public.book drop column shout, drop column whisper;
