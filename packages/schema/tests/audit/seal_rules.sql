-- A seal is a link of a chain: what no link can be is refused, whoever writes it.

begin;

select plan(11);

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

select * from finish();

rollback;
