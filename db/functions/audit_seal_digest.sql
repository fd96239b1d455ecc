create or replace function public.audit_seal_digest(
    p_previous_digest bytea,
    p_seal_number bigint,
    p_entries_from timestamptz,
    p_entries_until timestamptz,
    p_entry_count bigint,
    p_entries_digest bytea
)
returns bytea
language sql
stable
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
    select
        sha256(
            coalesce(p_previous_digest, '') || convert_to(
                jsonb_build_array(
                    p_seal_number,
                    p_entries_from,
                    p_entries_until,
                    p_entry_count
                )::text,
                'UTF8'
            ) || p_entries_digest
        );
$$;

comment on function public.audit_seal_digest is
    'SHA-256 that chains a seal to the one before it; the first has no predecessor.';
