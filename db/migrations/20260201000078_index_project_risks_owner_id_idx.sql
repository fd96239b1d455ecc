-- Finds the risks watched by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently project_risks_owner_id_idx on public.project_risks (owner_id)
where owner_id is not null;

-- migrate:down transaction:false
drop index concurrently public.project_risks_owner_id_idx;
