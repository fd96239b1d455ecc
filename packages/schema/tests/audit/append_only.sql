-- The audit log only grows, whoever asks.

begin;

select plan(35);

create temporary table entry as
select tap.an_audit_log() as id;

select lives_ok('select public.seal_audit_logs(p_lag => ''0 seconds'')', 'entries may be sealed');

create temporary table log (table_name, column_name) as
values
    ('audit_logs', 'event_action'),
    ('audit_seals', 'sealed_at'),
    ('audit_retirements', 'retired_at');

-- A superuser.

select throws_ok(
    format('update public.%1$I set %2$I = %2$I where false', table_name, column_name),
    'BD801',
    null,
    format('a superuser does not change %s', table_name)
)
from log;

select throws_ok(
    format('truncate public.%I cascade', table_name),
    'BD801',
    null,
    format('a superuser does not empty %s', table_name)
)
from log;

select throws_ok(
    format('delete from public.%I', table_name),
    'BD801',
    null,
    format('a superuser does not delete from %s', table_name)
)
from log;

select throws_ok(
    'truncate public.projects cascade',
    'BD801',
    null,
    'the log is not emptied along with what it refers to'
);

select throws_ok(
    format(
        'insert into public.audit_logs (id, event_type, event_action)
        values (%L, ''data_change'', ''forged'')
        on conflict (id) do update set event_action = ''forged''',
        id
    ),
    'BD801',
    null,
    'an entry is not changed by way of an insert'
)
from entry;

select throws_ok(
    'merge into public.audit_logs as log using entry on log.id = entry.id
    when matched then delete',
    'BD801',
    null,
    'an entry is not deleted by a merge'
);

set local session_replication_role = replica;

select throws_ok(
    'delete from public.audit_logs',
    'BD801',
    null,
    'nor does a session delete entries that claims to apply replicated changes'
);

set local session_replication_role = origin;

-- A role that was granted every privilege on the tables, and every row, by mistake; and one that
-- was granted none.

-- Neither is held back by policies, so that nothing but rights and triggers is put to the test.
create role careless bypassrls;
create role attacker bypassrls;
grant usage on schema public to careless, attacker;
grant all on public.audit_logs, public.audit_seals, public.audit_retirements to careless;
grant select, insert, update, delete on public.projects, public.users to attacker;
create policy careless on public.audit_logs to careless using (true);
create policy careless on public.audit_seals to careless using (true);
create policy attacker on public.projects to attacker using (true);

create function pg_temp.as_role(p_role text, p_statement text)
returns void
language plpgsql
as $$
begin
    perform set_config('role', p_role, true);
    execute p_statement;
    perform set_config('role', 'none', true);
end;
$$;

select throws_ok(
    format('select pg_temp.as_role(''careless'', %L)', statement),
    'BD801',
    null,
    format('a role with every privilege may not %s', statement)
)
from (values
    ('update public.audit_logs set user_id = null'),
    ('delete from public.audit_logs'),
    ('truncate public.audit_logs'),
    ('update public.audit_seals set entry_count = 0'),
    ('delete from public.audit_seals')
) as attack (statement);

select throws_ok(
    format('select pg_temp.as_role(''attacker'', %L)', statement),
    sqlstate,
    null,
    format('an attacker may not %s', statement)
)
from (values
    ('select from public.audit_logs', '42501'),
    (
        'insert into public.audit_logs (event_type, event_action)
        values (''data_change'', ''forged'')',
        '42501'
    ),
    ('update public.audit_logs set user_id = null', '42501'),
    ('delete from public.audit_logs', '42501'),
    ('truncate public.audit_logs', '42501'),
    ('alter table public.audit_logs disable trigger all', '42501'),
    ('alter table public.projects disable trigger all', '42501'),
    ('drop trigger _810_append_only on public.audit_logs', '42501'),
    ('set session_replication_role = replica', '42501'),
    ('select public.audit_deleted_rows()', '42501'),
    ('select public.seal_audit_logs()', '42501'),
    ('select public.retire_audit_logs()', '42501'),
    ('select public.record_audit_event(''security_event'', ''forged'')', '42501'),
    ('call public.purge_user(null, null)', '42501')
) as attack (statement, sqlstate);

select lives_ok(
    $$
        select pg_temp.as_role(
            'attacker',
            'insert into public.projects (name, created_by)
            values (''Smuggled'', ''00000000-0000-0000-0000-000000000001'')'
        )
    $$,
    'an attacker may do what was granted'
);

select is(count(*), 1::bigint, 'and is on record, though he has no right to the log')
from public.audit_logs
where event_action = 'insert' and new_values ->> 'name' = 'Smuggled';

select * from finish();

rollback;
