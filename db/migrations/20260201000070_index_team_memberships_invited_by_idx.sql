-- Finds who was invited by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently team_memberships_invited_by_idx on public.team_memberships (invited_by)
where invited_by is not null;

-- migrate:down transaction:false
drop index concurrently public.team_memberships_invited_by_idx;
