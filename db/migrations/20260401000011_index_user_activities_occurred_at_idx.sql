-- migrate:up transaction:false
create index concurrently user_activities_occurred_at_idx on public.user_activities using brin (
    occurred_at
)
with (autosummarize = on);

-- migrate:down transaction:false
drop index concurrently public.user_activities_occurred_at_idx;
