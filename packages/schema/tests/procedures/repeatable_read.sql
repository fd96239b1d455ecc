-- At repeatable read a lock does not show what it waited for: nothing that relies on one goes on.

begin isolation level repeatable read;

select plan(4);

select throws_ok(
    format('select public.%s', call),
    'BD516',
    'this cannot be done safely at repeatable read',
    format('%s refuses', call)
)
from (values
    ('require_fresh_snapshot()'),
    (format('share_project(%L)', tap.a_project())),
    (format('hold_project_open(%L)', tap.a_project()))
) as refused (call);

select throws_ok(
    'select public.wait_for_writers(interval ''0'')',
    'BD802',
    'audit entries cannot be sealed in a transaction that sees no news',
    'a snapshot that is kept shows no writer''s end'
);

select * from finish();

rollback;
