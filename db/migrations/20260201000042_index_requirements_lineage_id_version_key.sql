-- No two rows are the same version of one requirement.

-- migrate:up transaction:false
create unique index concurrently requirements_lineage_id_version_key on public.requirements (
    lineage_id,
    version
);

-- migrate:down transaction:false
drop index concurrently public.requirements_lineage_id_version_key;
