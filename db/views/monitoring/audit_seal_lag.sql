create or replace view monitoring.audit_seal_lag
with (security_invoker = true)
as
    select
        max(seal_number) as last_seal_number,
        max(sealed_at) as last_sealed_at,
        clock_timestamp() - max(entries_until) as unsealed_for
    from public.audit_seals;

comment on view monitoring.audit_seal_lag is
    'How long a stretch of the audit log is not sealed yet, and could be altered unnoticed.';
comment on column monitoring.audit_seal_lag.last_seal_number is
    'Number of the newest seal; null before the first.';
comment on column monitoring.audit_seal_lag.last_sealed_at is 'When it was made.';
comment on column monitoring.audit_seal_lag.unsealed_for is 'Time since the end of what it covers.';
