-- The terminals in the hall: what a member's card opens, and what it does not.

begin;

select plan(18);

select policies_are(
    'library', 'loans', array['loans_patron_select'], 'there is one policy on loans'
);
select policy_roles_are(
    'library', 'loans', 'loans_patron_select', array['library_patron'], 'for the terminals'
);
select policy_cmd_is(
    'library'::name, 'loans'::name, 'loans_patron_select'::name, 'select', 'to read'
);

select table_privs_are(
    'library',
    table_name,
    'library_patron',
    privileges,
    format('terminals and %s', table_name)
)
from (values
    ('branches', array['SELECT']),
    ('subjects', array['SELECT']),
    ('books', array['SELECT']),
    ('copies', array['SELECT']),
    ('loans', array['SELECT']),
    ('overdue_loans', array['SELECT']),
    ('members', '{}'::text[]),
    ('reservations', '{}'::text[]),
    ('fines', '{}'::text[])
) as granted (table_name, privileges);

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
