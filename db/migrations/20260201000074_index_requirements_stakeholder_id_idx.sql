-- Finds what is demanded by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently requirements_stakeholder_id_idx on public.requirements (stakeholder_id)
where stakeholder_id is not null;

-- migrate:down transaction:false
drop index concurrently public.requirements_stakeholder_id_idx;
