-- Whoever may rewrite entries and seals alike, a superuser, can forge a chain that fits. Keep the
-- number and digest of a late seal out of the database and pass them here to rule that out.

create or replace function public.verify_audit_logs(
    p_known_seal_number bigint default null,
    p_known_digest bytea default null
)
returns table (seal_number bigint, problem text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
    with
        chained as (
            select
                seal.*,
                retired.seal_number is not null as is_retired,
                lag(seal.seal_number, 1, 0::bigint) over in_order as previous_number,
                lag(seal.entries_until, 1, '-infinity') over in_order as previous_until,
                lag(seal.digest) over in_order as previous_digest
            from
                public.audit_seals as seal
                left join public.audit_retirements as retired using (seal_number)
            window in_order as (order by seal.seal_number)
        )
    select chained.seal_number, check_of.problem
    from
        chained
        cross join lateral public.audit_entries_digest(entries_from, entries_until) as present
        cross join lateral (
            values
                (
                    'a seal before it is missing',
                    chained.seal_number <> previous_number + 1 or entries_from <> previous_until
                ),
                (
                    'the seal was altered',
                    chained.digest <> public.audit_seal_digest(
                        previous_digest,
                        chained.seal_number,
                        entries_from,
                        entries_until,
                        chained.entry_count,
                        entries_digest
                    )
                ),
                (
                    'it is not the seal that was known',
                    chained.seal_number = p_known_seal_number and chained.digest <> p_known_digest
                ),
                (
                    format(
                        'it covers %s entries, now %s',
                        chained.entry_count,
                        present.entry_count
                    ),
                    not is_retired and present.entry_count <> chained.entry_count
                ),
                (
                    'entries were altered',
                    not is_retired
                    and present.entry_count = chained.entry_count
                    and present.digest <> entries_digest
                ),
                (
                    format('it is retired, yet %s entries are there', present.entry_count),
                    is_retired and present.entry_count > 0
                )
        ) as check_of (problem, is_found)
    where check_of.is_found
    union all
    select p_known_seal_number, 'the known seal is missing'
    where
        p_known_seal_number is not null
        and not exists (
            select
            from public.audit_seals as seal
            where seal.seal_number = p_known_seal_number
        )
    order by seal_number, problem;
$$;

comment on function public.verify_audit_logs is
    'What is wrong with the sealed entries and with the chain of seals; no rows if nothing is.';
