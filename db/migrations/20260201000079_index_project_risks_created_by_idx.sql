-- Finds the risks entered by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently project_risks_created_by_idx on public.project_risks (created_by);

-- migrate:down transaction:false
drop index concurrently public.project_risks_created_by_idx;
