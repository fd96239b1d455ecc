-- Serves project_feed, acts of all types in order of time.

-- migrate:up transaction:false
create index concurrently user_activities_project_id_occurred_at_idx on public.user_activities (
    project_id,
    occurred_at desc
);

-- migrate:down transaction:false
drop index concurrently public.user_activities_project_id_occurred_at_idx;
