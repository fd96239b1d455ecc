-- migrate:up transaction:false

create index concurrently runs_id_idx on runs (id);

-- migrate:down

drop index runs_id_idx;
