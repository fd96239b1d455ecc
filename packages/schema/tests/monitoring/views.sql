-- Monitoring: every view can be read, and says what it should of a case that is known.

begin;

select plan(21);

select set_eq(
    $$
        select relname::text
        from pg_catalog.pg_class
        where relnamespace = 'monitoring'::regnamespace and relkind = 'v'
    $$,
    array[
        'audit_seal_lag',
        'autovacuum_lag',
        'cache_hits',
        'index_use',
        'long_transactions',
        'replication',
        'statements',
        'table_bloat'
    ],
    'there are eight views'
);

select lives_ok(
    format('select * from monitoring.%I', view_name),
    format('monitoring.%I can be read', view_name)
)
from (
    select relname
    from pg_catalog.pg_class
    where relnamespace = 'monitoring'::regnamespace and relkind = 'v'
) as present (view_name);

select is_empty(
    'select from monitoring.statements',
    'without pg_stat_statements there are no statements, and no error'
);

select ok(
    reloptions @> '{security_invoker=true}',
    format('monitoring.%s asks as its reader', relname)
)
from pg_catalog.pg_class
where relnamespace = 'monitoring'::regnamespace and relkind = 'v';

-- A watcher who is no superuser.

create role watcher in role pg_monitor;

create function pg_temp.watch(p_view text)
returns bigint
language plpgsql
as $$
declare
    v_rows bigint;
begin
    perform set_config('role', 'watcher', true);
    execute format('select count(*) from monitoring.%I', p_view) into v_rows;
    perform set_config('role', 'none', true);
    return v_rows;
end;
$$;

select ok(pg_temp.watch('autovacuum_lag') >= 16, 'a member of pg_monitor reads about every table');

-- Dead rows.

create table public.worn (number integer) with (fillfactor = 50, autovacuum_enabled = off);
insert into public.worn select generate_series(1, 20000);
delete from public.worn where number > 10000;
analyze public.worn;

select ok(
    estimated_empty_share between 0.4 and 0.6,
    'a table with half its rows deleted is half empty, its fillfactor allowed for'
)
from monitoring.table_bloat
where table_name = 'worn';

select is(is_valid and is_unique, true, 'index_use knows a primary key')
from monitoring.index_use
where index_name = 'tasks_pkey';

select * from finish();

rollback;
