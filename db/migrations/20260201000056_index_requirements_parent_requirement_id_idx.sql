-- Serves requirement_children, and finds what refines a requirement to be deleted.

-- migrate:up transaction:false
create index concurrently requirements_parent_requirement_id_idx on public.requirements (
    parent_requirement_id
)
where parent_requirement_id is not null;

-- migrate:down transaction:false
drop index concurrently public.requirements_parent_requirement_id_idx;
