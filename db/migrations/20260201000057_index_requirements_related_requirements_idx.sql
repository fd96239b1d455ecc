-- Serves requirements_related_to: related_requirements @> an array of one.

-- migrate:up transaction:false
create index concurrently requirements_related_requirements_idx on public.requirements using gin (
    related_requirements
);

-- migrate:down transaction:false
drop index concurrently public.requirements_related_requirements_idx;
