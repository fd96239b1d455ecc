-- Columns are named one by one: the digest of an entry must not change when the table gets another.
-- Thirty million entries are the most that one digest can cover; a seal covers a day at most.

create or replace function public.audit_entries_digest(
    p_from timestamptz,
    p_until timestamptz,
    out entry_count bigint,
    out digest bytea
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
    select
        count(*),
        sha256(
            coalesce(
                string_agg(
                    sha256(convert_to(content::text, 'UTF8')),
                    ''::bytea
                    order by occurred_at, id
                ),
                ''
            )
        )
    from
        public.audit_logs
        cross join lateral (
            select
                jsonb_build_array(
                    id,
                    event_type,
                    event_action,
                    event_description,
                    user_id,
                    impersonated_by,
                    target_type,
                    target_id,
                    project_id,
                    organization_id,
                    old_values,
                    new_values,
                    occurred_at,
                    ip_address,
                    user_agent,
                    request_id,
                    metadata
                )
        ) as entry (content)
    where occurred_at >= p_from and occurred_at < p_until;
$$;

comment on function public.audit_entries_digest is
    'Number and SHA-256 of the audit entries from one moment up to another, in order of time.';
