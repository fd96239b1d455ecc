-- The system user: stands for the orchestrator itself, there from the start.

begin;

select plan(3);

create temporary table system_user_row as
select *
from public.users
where id = '00000000-0000-0000-0000-000000000001';

select results_eq(
    'select username::text, email::text from system_user_row',
    $$values ('system', 'system@bduf.invalid')$$,
    'the system user is there under its fixed id'
);

select is(is_active, false, 'the system user is not active')
from system_user_row;

select is(role, 'viewer'::public.user_role_enum, 'the system user has no power')
from system_user_row;

select * from finish();

rollback;
