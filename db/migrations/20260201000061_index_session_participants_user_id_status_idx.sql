-- Serves my_upcoming_sessions, and finds the invitations of a user to be deleted.

-- migrate:up transaction:false
create index concurrently session_participants_user_id_status_idx on public.session_participants (
    user_id,
    status
);

-- migrate:down transaction:false
drop index concurrently public.session_participants_user_id_status_idx;
