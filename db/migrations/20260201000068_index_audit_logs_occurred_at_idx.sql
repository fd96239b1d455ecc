-- Serves audit_of_a_day, at a thousandth of a b-tree's size: entries lie in order of time.

-- migrate:up transaction:false
create index concurrently audit_logs_occurred_at_idx on public.audit_logs using brin (occurred_at);

-- migrate:down transaction:false
drop index concurrently public.audit_logs_occurred_at_idx;
