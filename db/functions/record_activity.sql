create or replace function public.record_activity(
    p_actor_id uuid,
    p_project_id uuid,
    p_activity_type public.activity_type_enum,
    p_action text,
    p_entity_type text,
    p_entity_id uuid,
    p_metadata jsonb default '{}'
)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
    insert into public.user_activities
        (
            id,
            user_id,
            project_id,
            activity_type,
            action,
            entity_type,
            entity_id,
            occurred_at,
            metadata
        )
    values
        (
            uuidv7(),
            p_actor_id,
            p_project_id,
            p_activity_type,
            p_action,
            p_entity_type,
            p_entity_id,
            clock_timestamp(),
            jsonb_strip_nulls(p_metadata)
        );
$$;

comment on function public.record_activity is
    'Adds an entry to the feed, with a time-ordered id; metadata loses its keys without value.';
