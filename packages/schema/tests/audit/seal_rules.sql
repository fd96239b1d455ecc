-- A seal is a link of a chain: what no link can be is refused, whoever writes it.

begin;

select plan(26);

-- The statement that appends a seal, a good one but for what is given.
create function pg_temp.a_seal(
    p_number bigint default 1,
    p_until timestamptz default '2001-01-01 00:00+00',
    p_count bigint default 0,
    p_entries_digest bytea default sha256(''),
    p_digest bytea default sha256('')
) returns text
language sql
as $$
    select format(
        'insert into public.audit_seals values (%L, %L, %L, %L, %L, %L, %L)',
        p_number,
        timestamptz '2000-01-01 00:00+00',
        p_until,
        p_count,
        p_entries_digest,
        p_digest,
        timestamptz '2002-01-01 00:00+00'
    )
$$;

select throws_constraint(
    pg_temp.a_seal(p_number => 0),
    '23514',
    'audit_seals_seal_number_positive_check',
    'seals are numbered from one'
);

select throws_constraint(
    pg_temp.a_seal(p_until => '2000-01-01 00:00+00'),
    '23514',
    'audit_seals_entries_until_after_from_check',
    'a seal covers some time'
);

select throws_constraint(
    pg_temp.a_seal(p_count => -1),
    '23514',
    'audit_seals_entry_count_not_negative_check',
    'a seal covers no fewer than no entries'
);

select throws_constraint(
    pg_temp.a_seal(p_entries_digest => digest),
    '23514',
    'audit_seals_digests_are_sha256_check',
    format('the digest of the entries has 32 bytes, not %s', length(digest))
)
from (values
    (substr(sha256(''), 2)),
    (sha256('') || '\x00')
) as wrong (digest);

select throws_constraint(
    pg_temp.a_seal(p_digest => digest),
    '23514',
    'audit_seals_digests_are_sha256_check',
    format('the digest of the seal has 32 bytes, not %s', length(digest))
)
from (values
    (substr(sha256(''), 2)),
    (sha256('') || '\x00')
) as wrong (digest);

select lives_ok(pg_temp.a_seal(), 'a seal may cover no entry at all');

select throws_constraint(
    pg_temp.a_seal(p_number => 2),
    '23505',
    'audit_seals_entries_until_key',
    'no two seals end at one time'
);

select throws_constraint(
    pg_temp.a_seal(p_until => '2001-01-02 00:00+00'),
    '23505',
    'audit_seals_pkey',
    'no two seals have one number'
);

select throws_constraint(
    format(
        'insert into public.audit_seals select bad.* from public.audit_seals as seal '
        'cross join lateral jsonb_populate_record(seal, %L) as bad',
        jsonb_build_object(column_name, null)
    ),
    '23502',
    'audit_seals.' || column_name,
    format('a seal without %s is refused', column_name)
)
from unnest(array[
    'seal_number', 'entries_from', 'entries_until', 'entry_count', 'entries_digest', 'digest',
    'sealed_at'
]) as required (column_name);

-- That seal ends with the year 2000; the next year has 365 days.

select throws_constraint(
    $$
        insert into public.audit_retirements (seal_number, entries_until, retired_at)
        values (1, '2001-01-01 00:00+00', '2001-12-31 23:59:59.999999+00')
    $$,
    '23514',
    'audit_retirements_kept_a_year_check',
    'entries are not retired a moment before they were kept for a year'
);

select lives_ok(
    $$
        insert into public.audit_retirements (seal_number, entries_until, retired_at)
        values (1, '2001-01-01 00:00+00', '2002-01-01 00:00+00')
    $$,
    'entries that were kept for a year to the moment may be retired'
);

select throws_constraint(
    format(
        'insert into public.audit_retirements (seal_number, entries_until, retired_at)
        values (%L, %L, %L)',
        seal_number,
        entries_until,
        retired_at
    ),
    sqlstate,
    rule,
    description
)
from (values
    (1, '2001-01-01 00:00+00', '2003-01-01', '23505', 'audit_retirements_pkey',
        'a seal is retired once'),
    (9, '2001-01-01 00:00+00', '2003-01-01', '23503', 'audit_retirements_seal_number_fkey',
        'a seal that there is not is not retired'),
    (null, '2001-01-01 00:00+00', '2003-01-01', '23502', 'audit_retirements.seal_number',
        'it is a seal that is retired'),
    (9, null, '2003-01-01', '23502', 'audit_retirements.entries_until',
        'a retirement goes to a certain moment'),
    (9, '2001-01-01 00:00+00', null, '23502', 'audit_retirements.retired_at',
        'a retirement has a time')
) as refused (seal_number, entries_until, retired_at, sqlstate, rule, description);

select lives_ok(pg_temp.a_seal(p_number => 2, p_until => '2001-01-02 00:00+00'), 'a second seal');

select throws_constraint(
    $$
        insert into public.audit_retirements (seal_number, entries_until, retired_at)
        values (2, '2001-01-01 12:00+00', '2003-01-01 00:00+00')
    $$,
    '23503',
    'audit_retirements_entries_until_fkey',
    'a retirement goes to where a seal ends'
);

select * from finish();

rollback;
