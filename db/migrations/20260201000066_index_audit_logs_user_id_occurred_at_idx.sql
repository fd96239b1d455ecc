-- Serves audit_of_actor, newest first.

-- migrate:up transaction:false
create index concurrently audit_logs_user_id_occurred_at_idx on public.audit_logs (
    user_id,
    occurred_at desc
)
where user_id is not null;

-- migrate:down transaction:false
drop index concurrently public.audit_logs_user_id_occurred_at_idx;
