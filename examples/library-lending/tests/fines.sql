-- Fines: raised once for each reason, the late ones by the database itself.

begin;

select plan(24);

select enum_has_labels(
    'library', 'fine_reason', array['late', 'damaged', 'lost'], 'the reasons of a fine'
);

select column_is('library', 'fines', column_name, definition)
from (values
    ('id', 'bigint not null generated always as identity'),
    ('loan_id', 'bigint not null'),
    ('reason', 'fine_reason not null'),
    ('amount', 'numeric(6,2) not null'),
    ('raised_on', 'date not null default CURRENT_DATE'),
    ('paid_on', 'date')
) as meant (column_name, definition);

select constraint_is('library', 'fines', constraint_name, definition)
from (values
    ('fines_pkey', 'PRIMARY KEY (id)'),
    ('fines_loan_id_reason_key', 'UNIQUE (loan_id, reason)'),
    (
        'fines_loan_id_fkey',
        'FOREIGN KEY (loan_id) REFERENCES loans(id) ON DELETE RESTRICT'
    )
) as meant (constraint_name, definition);

select throws_constraint(
    format('select tap.a_fine(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'fines.' || column_name,
    'a fine without ' || column_name
)
from unnest(array['loan_id', 'reason', 'amount', 'raised_on']) as column_name;

select throws_constraint(
    format('select tap.a_fine(%L)', values_given),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, values_given)
)
from (values
    ('{"amount": 0}', 'fines_amount_positive_check'),
    ('{"raised_on": "2026-03-02", "paid_on": "2026-03-01"}', 'fines_paid_after_raised_check')
) as refused (values_given, constraint_name);

select lives_ok(
    $$select tap.a_fine(
        '{"amount": 0.01, "raised_on": "2026-03-02", "paid_on": "2026-03-02"}'
    )$$,
    'a cent may be paid on the day it is raised'
);

select throws_constraint($$select tap.a_fine('{"loan_id": -1}')$$, '23503', 'fines_loan_id_fkey');

create temporary table damage as
select loan_id, tap.a_fine(jsonb_build_object('loan_id', loan_id)) as id
from tap.a_loan() as loan_id;

select throws_constraint(
    format('select tap.a_fine(%L)', jsonb_build_object('loan_id', loan_id)),
    '23505',
    'fines_loan_id_reason_key',
    'nobody pays twice for one damage'
)
from damage;

select lives_ok(
    format('select tap.a_fine(%L)', jsonb_build_object('loan_id', loan_id, 'reason', 'lost')),
    'but for two reasons'
)
from damage;

select throws_constraint(
    format('delete from library.loans where id = %s', loan_id),
    '23001',
    'fines_loan_id_fkey',
    'a loan that was fined stays in the books'
)
from damage;

select is(raised_on, current_date, 'a fine is raised today')
from library.fines
join damage using (id);

-- The fine for coming back late.

create temporary table late as
select
    days_late,
    tap.a_loan('{"lent_on": "2026-01-01", "due_on": "2026-01-22"}') as loan_id
from unnest(array[0, 1, 30, 365]) as days_late;

update library.loans
set returned_on = due_on + days_late
from late
where id = loan_id;

select results_eq(
    $$select days_late, reason::text, amount, raised_on - date '2026-01-22'
    from library.fines
    join late using (loan_id)
    order by days_late$$,
    $$values (1, 'late', 0.20, 1), (30, 'late', 6.00, 30), (365, 'late', 20.00, 365)$$,
    'a day costs 20 cents, more than a hundred days cost no more, and on the last day it is free'
);

update library.loans set returned_on = returned_on + 1 where id in (select loan_id from late);

select is(sum(amount), 26.20, 'a corrected day of return raises no second fine')
from library.fines
join late using (loan_id);

select * from finish();

rollback;
