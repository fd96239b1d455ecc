-- Finds the sessions led by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently collaboration_sessions_facilitator_id_idx on public.collaboration_sessions (
    facilitator_id
)
where facilitator_id is not null;

-- migrate:down transaction:false
drop index concurrently public.collaboration_sessions_facilitator_id_idx;
