-- Finds the sessions called by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently collaboration_sessions_created_by_idx on public.collaboration_sessions (
    created_by
);

-- migrate:down transaction:false
drop index concurrently public.collaboration_sessions_created_by_idx;
