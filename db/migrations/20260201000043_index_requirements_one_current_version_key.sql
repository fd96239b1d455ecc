-- One version of a requirement is in force.

-- migrate:up transaction:false
create unique index concurrently requirements_one_current_version_key on public.requirements (
    lineage_id
)
where is_current_version;

-- migrate:down transaction:false
drop index concurrently public.requirements_one_current_version_key;
