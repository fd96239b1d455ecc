-- Seals of the audit log: what they make evident, and how entries are retired.

begin;

select plan(27);

create temporary table early as
select
    number,
    tap.an_audit_log(
        jsonb_build_object(
            'occurred_at', timestamptz '2020-05-01 12:00:00+00' + number * interval '10 hours'
        )
    ) as id
from generate_series(0, 4) as number;

create temporary table late as
select tap.an_audit_log() as id;

-- Sealing.

select is_empty('select * from public.verify_audit_logs()', 'a log without seals is in order');

select ok(
    public.seal_audit_logs(p_lag => '0 seconds') > 3,
    'entries of several days get several seals'
);

select is(public.seal_audit_logs(p_lag => '0 seconds'), 0, 'nothing new needs no seal');

select is(max(entries_until - entries_from), interval '1 day', 'a seal covers a day at most')
from public.audit_seals
where entries_from > '-infinity';

select is(
    array_agg(entry_count order by seal_number) filter (where seal_number <= 2),
    array[2, 2]::bigint[],
    'a seal counts its entries'
)
from public.audit_seals;

select is(
    sum(entry_count),
    (select count(*)::numeric from public.audit_logs),
    'every entry is under a seal'
)
from public.audit_seals;

select is_empty('select * from public.verify_audit_logs()', 'an untouched log is in order');

set local timezone = 'Pacific/Kiritimati';
select is_empty('select * from public.verify_audit_logs()', 'in every time zone');
set local timezone = 'UTC';

alter table public.audit_logs add column later_addition text default 'something';
select is_empty('select * from public.verify_audit_logs()', 'and after the table got a column');

create temporary table known as
select seal_number, digest from public.audit_seals order by seal_number desc limit 1;

-- Tampering.

create temporary table attack (name, table_name, statement, problem) as
values
    (
        'an altered entry',
        'audit_logs',
        format(
            'update public.audit_logs set event_action = ''forged'' where id = %L',
            (select id from early where number = 0)
        ),
        '1: entries were altered'
    ),
    (
        'a deleted entry',
        'audit_logs',
        format(
            'delete from public.audit_logs where id = %L',
            (select id from early where number = 0)
        ),
        '1: it covers 2 entries, now 1'
    ),
    (
        'an entry put in later',
        'audit_logs',
        'insert into public.audit_logs (event_type, event_action, occurred_at)
        values (''data_change'', ''forged'', ''2020-05-01 13:00:00+00'')',
        '1: it covers 2 entries, now 3'
    ),
    (
        'an altered seal',
        'audit_seals',
        'update public.audit_seals set entry_count = 3 where seal_number = 2',
        '2: the seal was altered'
    ),
    (
        'a missing seal',
        'audit_seals',
        'delete from public.audit_seals where seal_number = 2',
        '3: a seal before it is missing'
    );

create function pg_temp.problems_after(p_table text, p_statement text)
returns text[]
language plpgsql
as $$
declare
    v_problems text[];
begin
    execute format('alter table public.%I disable trigger all', p_table);
    execute p_statement;
    select array_agg(format('%s: %s', seal_number, problem))
    into v_problems
    from public.verify_audit_logs();
    raise exception using errcode = 'P0099', message = v_problems::text;
exception
    when sqlstate 'P0099' then return sqlerrm::text[];
end;
$$;

comment on function pg_temp.problems_after is
'Does what only an owner or a superuser can, verifies, and undoes it.';

select ok(
    problem = any(pg_temp.problems_after(table_name, statement)),
    format('%s is noticed', name)
)
from attack;

select set_eq(
    format('select problem from public.verify_audit_logs(%s, %L)', seal_number, sha256(digest)),
    array['it is not the seal that was known'],
    'a chain forged throughout does not hold the digest that was kept elsewhere'
)
from known;

select is_empty(
    format('select * from public.verify_audit_logs(%s, %L)', seal_number, digest),
    'the true chain does'
)
from known;

select set_eq(
    'select problem from public.verify_audit_logs(9999, '''')',
    array['the known seal is missing'],
    'a chain cut short lacks the seal that was kept elsewhere'
);

-- Retention.

select is(public.retire_audit_logs('100 years'), null, 'entries are kept as long as was asked for');

select throws_constraint(
    $$
        with sealed as (select * from public.audit_seals order by seal_number desc limit 1)
        insert into public.audit_retirements (seal_number, entries_until)
        select seal_number, entries_until from sealed
    $$,
    '23514',
    'audit_retirements_kept_a_year_check',
    'nobody retires entries younger than a year'
);

select is(public.retire_audit_logs('1 year'), 1::bigint, 'the oldest seal is retired first');

select is_empty(
    'select from public.audit_logs where id in (select id from early where number < 2)',
    'its entries are gone'
);

select is(count(*), 3::bigint, 'those of later seals are not')
from public.audit_logs
where id in (select id from early where number >= 2);

select is(
    metadata ->> 'entry_count',
    '2',
    'the retirement is on record itself'
)
from public.audit_logs
where event_action = 'retention.applied';

select is_empty('select * from public.verify_audit_logs()', 'what is left is in order');

select throws_ok(
    'delete from public.audit_logs where occurred_at >= ''2020-05-02''',
    'BD801',
    null,
    'entries whose seal is not retired are not deleted'
);

select lives_ok(
    $$
        insert into public.audit_logs (event_type, event_action, occurred_at)
        values ('data_change', 'forged', '2020-05-01 13:00:00+00')
    $$,
    'an entry may be forged among those that are gone'
);

select set_eq(
    'select problem from public.verify_audit_logs()',
    array['it is retired, yet 1 entries are there'],
    'but is noticed'
);

select * from finish();

rollback;
