-- The terminals in the hall: what a member's card opens, and what it does not.

begin;

select plan(19);

select policies_are(
    'library', 'loans', array['loans_patron_select'], 'there is one policy on loans'
);

select policy_is(
    'library',
    'loans',
    'loans_patron_select',
    'for select to library_patron '
        || 'using ((member_id = ( SELECT current_member_id() AS current_member_id)))'
);

select row_security_is('library', 'loans', 'enabled');

select privileges_are('library', relation_name, privileges)
from (values
    ('branches', 'library_patron: select'),
    ('subjects', 'library_patron: select'),
    ('books', 'library_patron: select'),
    ('copies', 'library_patron: select'),
    ('loans', 'library_patron: select'),
    ('overdue_loans', 'library_patron: select'),
    ('members', 'nobody'),
    ('reservations', 'nobody'),
    ('fines', 'nobody')
) as granted (relation_name, privileges);

select function_is(
    'library',
    'current_member_id',
    '',
    'function returns integer language sql stable security invoker set search_path=""'
);

select schema_privs_are('library', 'library_patron', array['USAGE'], 'they make nothing');

create temporary table mine as
select
    member_id,
    tap.a_loan(
        jsonb_build_object(
            'member_id', member_id, 'lent_on', current_date - 9, 'due_on', current_date - 1
        )
    ) as id
from tap.a_member() as member_id;

create temporary table another as
select tap.a_loan(
    jsonb_build_object('lent_on', current_date - 9, 'due_on', current_date - 1)
) as id;

grant select on mine, another to library_patron;

set local role library_patron;

select is_empty('select from library.loans', 'without a card there are no loans');

select set_config('library.member_id', member_id::text, true) as card
into temporary table inserted_card
from mine;

select results_eq(
    'select id from library.loans', 'select id from mine', 'a member sees his own loans'
);

select results_eq(
    'select id from library.overdue_loans',
    'select id from mine',
    'and in the view of what is overdue no more than that'
);

select throws_ok(
    'update library.loans set due_on = due_on + 100', '42501', null, 'he renews nothing himself'
);

select throws_ok('select from library.members', '42501', null, 'and reads of no other member');

reset role;

select * from finish();

rollback;
