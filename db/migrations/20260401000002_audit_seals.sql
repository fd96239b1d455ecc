-- The audit log only grows. Seals make it evident when somebody who can get round that, a
-- superuser, altered, added or removed entries; retention removes what is sealed and old enough.

-- migrate:up

create table public.audit_seals (
    seal_number bigint,
    entries_from timestamptz not null,
    entries_until timestamptz not null,
    entry_count bigint not null,
    entries_digest bytea not null,
    digest bytea not null,
    sealed_at timestamptz not null,
    constraint audit_seals_pkey primary key (seal_number),
    constraint audit_seals_entries_until_key unique (entries_until),
    constraint audit_seals_seal_number_positive_check check (seal_number > 0),
    constraint audit_seals_entries_until_after_from_check check (entries_from < entries_until),
    constraint audit_seals_entry_count_not_negative_check check (entry_count >= 0),
    constraint audit_seals_digests_are_sha256_check
        check (length(entries_digest) = 32 and length(digest) = 32)
);

comment on table public.audit_seals is
    'One row a sealed stretch of audit_logs, each chained to the one before; rows never change.';
comment on column public.audit_seals.seal_number is 'Place in the chain, from 1, without gaps.';
comment on column public.audit_seals.entries_from is
    'First moment that the seal covers: the end of the seal before, minus infinity for the first.';
comment on column public.audit_seals.entries_until is
    'First moment that the seal no longer covers.';
comment on column public.audit_seals.entry_count is 'How many entries have a time in between.';
comment on column public.audit_seals.entries_digest is
    'SHA-256 of those entries, as audit_entries_digest computes it.';
comment on column public.audit_seals.digest is
    'SHA-256 of the digest before and of this row. Kept elsewhere, it proves all seals up to here.';
comment on column public.audit_seals.sealed_at is 'When the seal was made.';

create table public.audit_retirements (
    seal_number bigint,
    entries_until timestamptz not null,
    retired_at timestamptz not null default clock_timestamp(),
    constraint audit_retirements_pkey primary key (seal_number),
    constraint audit_retirements_seal_number_fkey
        foreign key (seal_number) references public.audit_seals (seal_number),
    constraint audit_retirements_entries_until_fkey
        foreign key (entries_until) references public.audit_seals (entries_until),
    constraint audit_retirements_kept_a_year_check
        check (retired_at - entries_until >= interval '365 days')
);

create index audit_retirements_entries_until_idx on public.audit_retirements (entries_until);

comment on table public.audit_retirements is
    'One row a seal whose entries retention has removed; a year is the least they are kept.';
comment on column public.audit_retirements.seal_number is 'Seal whose entries are gone.';
comment on column public.audit_retirements.entries_until is
    'First moment that the seal no longer covers; entries before the last of these may be deleted.';
comment on column public.audit_retirements.retired_at is 'When they were removed.';
comment on index public.audit_retirements_entries_until_idx is
    'Finds the last retired moment, which every deletion from audit_logs is compared with.';

-- For what triggers cannot see: sign-ins, refusals, maintenance. Changes of data are recorded by
-- triggers alone, so that nobody can claim one that never was.

create or replace function public.record_audit_event(
    p_event_type public.audit_event_type_enum,
    p_event_action text,
    p_event_description text default null,
    p_target_type text default null,
    p_target_id uuid default null,
    p_project_id uuid default null,
    p_organization_id uuid default null,
    p_metadata jsonb default '{}'
)
returns uuid
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_id constant uuid := uuidv7();
begin
    if p_event_type = 'data_change' then
        raise exception
            using
                errcode = 'BD803',
                message = 'changes of data are recorded by triggers alone',
                hint = 'Choose another event type.';
    end if;

    insert into public.audit_logs
        (
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
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        v_id,
        p_event_type,
        p_event_action,
        p_event_description,
        actor.user_id,
        actor.impersonated_by,
        p_target_type,
        p_target_id,
        p_project_id,
        p_organization_id,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        p_metadata || actor.metadata
    from public.audit_actor() as actor;

    return v_id;
end;
$$;

comment on function public.record_audit_event is
    'Adds an audit entry that is no change of data, in the name of who acts; returns its id.';

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

-- A transaction that began to write earlier may still commit entries with earlier times. As long as
-- it runs it holds a lock on its own number, which readers do not have. (Snapshots would not do:
-- they leave out those that began after the last one that ended.)

create or replace function public.wait_for_writers(p_patience interval)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_deadline constant timestamptz := clock_timestamp() + p_patience;
    v_writers constant xid[] := array(
        select transactionid
        from
            pg_locks
            left join pg_stat_activity as session using (pid)
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and pid is distinct from pg_backend_pid()
            and coalesce(session.datname, current_database()) = current_database()
    );
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception
            using
                errcode = 'BD802',
                message = 'audit entries cannot be sealed in a transaction that sees no news',
                hint = 'Run it at isolation level read committed.';
    end if;

    while exists (
        select
        from pg_locks
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and transactionid = any(v_writers)
    )
    loop
        if clock_timestamp() >= v_deadline then
            raise exception
                using
                    errcode = 'BD802',
                    message = format('a transaction has been writing for more than %s', p_patience),
                    hint = 'Seal later; monitoring.long_transactions shows which one it is.';
        end if;

        perform pg_sleep(0.02);
    end loop;
end;
$$;

comment on function public.wait_for_writers is
    'Returns once all other transactions that were writing have ended; BD802 if they do not.';

-- Seals end a minute before the present by default, which forgives a clock that differs that much
-- after a switch to another server.

create or replace function public.seal_audit_logs(
    p_lag interval default '1 minute',
    p_patience interval default '10 seconds'
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_now constant timestamptz := clock_timestamp() - p_lag;
    v_previous public.audit_seals;
    v_seal public.audit_seals;
    v_seals_made integer := 0;
    v_since timestamptz;
begin
    -- One sealer at a time; readers of seals do not wait.
    lock table public.audit_seals in share row exclusive mode;
    perform public.wait_for_writers(p_patience);

    select * into v_previous from public.audit_seals order by seal_number desc limit 1;
    v_seal.entries_from := coalesce(v_previous.entries_until, '-infinity');
    v_since := coalesce(
        v_previous.entries_until,
        (select min(occurred_at) from public.audit_logs)
    );

    while v_seal.entries_from < v_now loop
        v_seal.entries_until := least(
            v_now,
            date_trunc('day', v_since, 'UTC') + interval '24 hours'
        );

        select entry_count, digest
        into strict v_seal.entry_count, v_seal.entries_digest
        from public.audit_entries_digest(v_seal.entries_from, v_seal.entries_until);

        -- A quiet hour gets no seal of its own; it becomes part of the next.
        exit when v_seal.entry_count = 0 and v_seal.entries_until = v_now;

        v_seal.seal_number := coalesce(v_previous.seal_number, 0) + 1;
        v_seal.sealed_at := clock_timestamp();
        v_seal.digest := public.audit_seal_digest(
            v_previous.digest,
            v_seal.seal_number,
            v_seal.entries_from,
            v_seal.entries_until,
            v_seal.entry_count,
            v_seal.entries_digest
        );

        insert into public.audit_seals values (v_seal.*);
        v_seals_made := v_seals_made + 1;
        v_previous := v_seal;
        v_seal.entries_from := v_seal.entries_until;
        v_since := v_seal.entries_until;
    end loop;

    return v_seals_made;
end;
$$;

comment on function public.seal_audit_logs is
    'Seals the entries since the last seal, a day at most in each; returns how many seals it made.';

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

-- The entries of one seal go at a time, so that a call is a short transaction: call it until it
-- returns null. The seal stays, and so does the chain.

create or replace function public.retire_audit_logs(p_keep interval default '7 years')
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_seal public.audit_seals;
begin
    lock table public.audit_retirements in share row exclusive mode;

    select *
    into v_seal
    from public.audit_seals as seal
    where
        not exists (
            select
            from public.audit_retirements as retired
            where retired.seal_number = seal.seal_number
        )
    order by seal_number
    limit 1;

    if not found or v_seal.entries_until > clock_timestamp() - p_keep then
        return null;
    end if;

    insert into public.audit_retirements (seal_number, entries_until)
    values (v_seal.seal_number, v_seal.entries_until);

    delete from public.audit_logs
    where occurred_at >= v_seal.entries_from and occurred_at < v_seal.entries_until;

    perform public.record_audit_event(
        'system_event',
        'retention.applied',
        p_metadata => jsonb_build_object(
            'seal_number', v_seal.seal_number,
            'entry_count', v_seal.entry_count,
            'entries_until', v_seal.entries_until
        )
    );

    return v_seal.seal_number;
end;
$$;

comment on function public.retire_audit_logs is
    'Removes the entries of the oldest seal, once old enough; its number, or null if it is not.';

revoke execute
on function public.record_audit_event,
public.audit_entries_digest,
public.audit_seal_digest,
public.wait_for_writers,
public.seal_audit_logs,
public.verify_audit_logs,
public.retire_audit_logs
from public;

create or replace function public.refuse_log_change()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception
        using
            errcode = 'BD801',
            message = format('%s refuses to %s: it only grows', tg_table_name, lower(tg_op)),
            hint = 'Record what is to be corrected as a new entry.',
            schema = tg_table_schema,
            table = tg_table_name;
end;
$$;

comment on function public.refuse_log_change is
    'Statement trigger: fails with BD801, for tables whose rows are never changed or removed.';

-- Seals are retired from the oldest on, so that everything before the end of the last one may go.

create or replace function public.refuse_early_deletion()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_retired_until timestamptz;
    v_early bigint;
begin
    select coalesce(max(entries_until), '-infinity')
    into strict v_retired_until
    from public.audit_retirements;

    select count(*) into strict v_early from old_rows where occurred_at >= v_retired_until;

    if v_early > 0 then
        raise exception
            using
                errcode = 'BD801',
                message = format('audit_logs refuses to delete %s entries: they are kept', v_early),
                hint = 'public.retire_audit_logs removes sealed entries whose time has come.',
                schema = tg_table_schema,
                table = tg_table_name;
    end if;

    return null;
end;
$$;

comment on function public.refuse_early_deletion is
    'Statement trigger: fails with BD801 if an audit entry goes whose seal is not retired.';

-- They fire always, in a session that claims to apply replicated changes too.

create trigger _810_append_only
before update or truncate on public.audit_logs
for each statement
execute function public.refuse_log_change();
alter table public.audit_logs enable always trigger _810_append_only;
comment on trigger _810_append_only on public.audit_logs is
    'Refuses to change entries or to empty the log, whoever asks.';

create trigger _811_retired_only
after delete on public.audit_logs
referencing old table as old_rows
for each statement
execute function public.refuse_early_deletion();
alter table public.audit_logs enable always trigger _811_retired_only;
comment on trigger _811_retired_only on public.audit_logs is
    'Refuses to delete entries, whoever asks, unless their seal is retired.';

create trigger _810_append_only
before update or delete or truncate on public.audit_seals
for each statement
execute function public.refuse_log_change();
alter table public.audit_seals enable always trigger _810_append_only;
comment on trigger _810_append_only on public.audit_seals is
    'Refuses to change or delete seals, whoever asks.';

create trigger _810_append_only
before update or delete or truncate on public.audit_retirements
for each statement
execute function public.refuse_log_change();
alter table public.audit_retirements enable always trigger _810_append_only;
comment on trigger _810_append_only on public.audit_retirements is
    'Refuses to change or delete the record of retention, whoever asks.';

-- migrate:down

drop trigger _811_retired_only on public.audit_logs;
drop trigger _810_append_only on public.audit_logs;
drop table public.audit_retirements;
drop table public.audit_seals;
drop function public.refuse_early_deletion();
drop function public.refuse_log_change();
drop function public.retire_audit_logs(interval);
drop function public.verify_audit_logs(bigint, bytea);
drop function public.seal_audit_logs(interval, interval);
drop function public.wait_for_writers(interval);
drop function public.audit_seal_digest(bytea, bigint, timestamptz, timestamptz, bigint, bytea);
drop function public.audit_entries_digest(timestamptz, timestamptz);
drop function public.record_audit_event(
    public.audit_event_type_enum,
    text,
    text,
    text,
    uuid,
    uuid,
    uuid,
    jsonb
);
