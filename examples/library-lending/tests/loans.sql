-- Loans: a copy is with one member at a time, and not with one who is blocked.

begin;

select plan(44);

select column_is('library', 'loans', column_name, definition)
from (values
    ('id', 'bigint not null generated always as identity'),
    ('book_id', 'integer not null'),
    ('copy_number', 'smallint not null'),
    ('member_id', 'integer not null'),
    ('lent_on', 'date not null default CURRENT_DATE'),
    ('due_on', 'date not null default (CURRENT_DATE + 21)'),
    ('returned_on', 'date'),
    ('renewals', 'smallint not null default 0')
) as meant (column_name, definition);

select constraint_is('library', 'loans', constraint_name, definition)
from (values
    ('loans_pkey', 'PRIMARY KEY (id)'),
    ('loans_member_id_fkey', 'FOREIGN KEY (member_id) REFERENCES members(id)'),
    (
        'loans_copy_fkey',
        'FOREIGN KEY (book_id, copy_number) REFERENCES copies(book_id, copy_number)'
    ),
    (
        'loans_one_member_at_a_time_excl',
        'EXCLUDE USING gist (book_id WITH =, copy_number WITH =, '
            'daterange(lent_on, returned_on) WITH &&)'
    )
) as meant (constraint_name, definition);

select index_is('library', 'loans', index_name, definition)
from (values
    ('loans_open_due_on_idx', 'btree (due_on) WHERE (returned_on IS NULL)'),
    ('loans_member_id_lent_on_idx', 'btree (member_id, lent_on DESC)')
) as meant (index_name, definition);

select trigger_is('library', 'loans', trigger_name, definition)
from (values
    (
        '_100_refuse_blocked_member',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION refuse_blocked_member()'
    ),
    (
        '_200_raise_late_fine',
        'AFTER UPDATE OF returned_on FOR EACH ROW '
            || 'WHEN (((old.returned_on IS NULL) AND (new.returned_on > new.due_on))) '
            || 'EXECUTE FUNCTION raise_late_fine()'
    )
) as meant (trigger_name, definition);

select function_is('library', function_name, '', definition)
from (values
    (
        'refuse_blocked_member',
        'function returns trigger language plpgsql volatile security invoker set search_path=""'
    ),
    (
        'raise_late_fine',
        'function returns trigger language plpgsql volatile security invoker set search_path=""'
    )
) as meant (function_name, definition);

select throws_constraint(
    format('select tap.a_loan(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'loans.' || column_name,
    'a loan without ' || column_name
)
from unnest(array['member_id', 'lent_on', 'due_on', 'renewals']) as column_name;

select throws_constraint(
    format(
        'insert into library.loans (book_id, copy_number, member_id) values (%L, %L, %L)',
        book_id, copy_number, tap.a_member()
    ),
    '23502',
    missing,
    'a loan without ' || missing
)
from (values (null, 1, 'loans.book_id'), (1, null, 'loans.copy_number'))
    as incomplete (book_id, copy_number, missing);

select throws_constraint(
    format('select tap.a_loan(%L)', values_given),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, values_given)
)
from (values
    ('{"lent_on": "2026-03-01", "due_on": "2026-03-01"}', 'loans_due_after_lent_check'),
    (
        '{"lent_on": "2026-03-01", "due_on": "2026-03-22", "returned_on": "2026-02-28"}',
        'loans_returned_after_lent_check'
    ),
    ('{"renewals": -1}', 'loans_renewals_at_most_three_check'),
    ('{"renewals": 4}', 'loans_renewals_at_most_three_check')
) as refused (values_given, constraint_name);

select lives_ok(
    format('select tap.a_loan(%L)', values_given), format('a loan takes %s', values_given)
)
from unnest(array[
    '{"lent_on": "2026-03-01", "due_on": "2026-03-02", "returned_on": "2026-03-01"}',
    '{"renewals": 3}'
]) as values_given;

select throws_constraint(
    format('select tap.a_loan(%L)', values_given), '23503', constraint_name, description
)
from (values
    ('{"member_id": -1}', 'loans_member_id_fkey', 'nobody borrows without a card'),
    ('{"book_id": -1, "copy_number": 1}', 'loans_copy_fkey', 'no copy, no loan')
) as refused (values_given, constraint_name, description);

-- One member at a time.

create temporary table lent as
select copy ->> 'book_id' as book_id, copy -> 'copy_number' as copy_number, member_id
from tap.a_copy() as copy, tap.a_member() as member_id;

create temporary table first_loan as
select tap.a_loan(
    to_jsonb(lent)
        || '{"lent_on": "2026-03-01", "due_on": "2026-03-22", "returned_on": "2026-03-10"}'
) as id
from lent;

select throws_constraint(
    format(
        'select tap.a_loan(%L)',
        to_jsonb(lent) || jsonb_build_object(
            'lent_on', lent_on, 'due_on', '2026-12-01', 'returned_on', returned_on
        )
    ),
    '23P01',
    'loans_one_member_at_a_time_excl',
    format('lent from %s to %s, while somebody has it', lent_on, coalesce(returned_on, 'now'))
)
from lent, (values ('2026-02-01', '2026-03-02'), ('2026-03-09', null), ('2026-01-01', null))
    as overlapping (lent_on, returned_on);

select lives_ok(
    format(
        'select tap.a_loan(%L)',
        to_jsonb(lent) || '{"lent_on": "2026-03-10", "due_on": "2026-03-31"}'
    ),
    'on the day it came back it may be lent again'
)
from lent;

create temporary table second_copy as
select copy -> 'book_id' as book_id, copy -> 'copy_number' as copy_number
from lent, tap.a_copy(jsonb_build_object('book_id', book_id, 'copy_number', 2)) as copy;

select lives_ok(
    format('select tap.a_loan(%L)', to_jsonb(second_copy) || '{"lent_on": "2026-03-05"}'),
    'meanwhile another copy of the same book may be'
)
from second_copy;

select throws_constraint(
    format('delete from library.copies where book_id = %s and copy_number = 1', book_id),
    '23503',
    'loans_copy_fkey',
    'a copy that was ever lent stays in the books'
)
from lent;

select throws_constraint(
    format('delete from library.members where id = %s', member_id),
    '23503',
    'loans_member_id_fkey',
    'and so does its borrower'
)
from lent;

-- What a new loan says of itself.

select row_eq(
    format('select lent_on, due_on, renewals from library.loans where id = %s', tap.a_loan()),
    row (current_date, current_date + 21, 0::smallint),
    'a loan begins today and lasts three weeks'
);

-- Blocked members.

create temporary table blocked as
select tap.a_member('{"is_blocked": true}') as member_id;

select throws_constraint(
    format('select tap.a_loan(%L)', to_jsonb(blocked)),
    '23514',
    'loans_member_not_blocked',
    'a blocked member borrows nothing'
)
from blocked;

update library.members set is_blocked = true where id = (select member_id from lent);

select lives_ok(
    format(
        'update library.loans set returned_on = due_on where member_id = %s and lent_on = %L',
        member_id,
        '2026-03-10'
    ),
    'but may return what he has'
)
from lent;

-- Overdue.

update library.members set is_blocked = false;

create temporary table kept as
select
    tap.a_loan(
        jsonb_build_object('lent_on', current_date - 30, 'due_on', current_date - days_over)
    ) as id
from generate_series(0, 2) as days_over;

select results_eq(
    $$select days_late, title from library.overdue_loans join kept using (id) order by 1$$,
    $$values (1, 'The Shipping News'), (2, 'The Shipping News')$$,
    'what is due today is not overdue yet'
);

update library.loans set returned_on = current_date where id in (select id from kept);

select is_empty(
    'select from library.overdue_loans join kept using (id)', 'what came back is overdue no more'
);

select * from finish();

rollback;
