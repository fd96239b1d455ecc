-- The statements of this database, where the server was started with pg_stat_statements, as ours
-- are. Elsewhere there is nothing to read, and the tests of what is read are skipped.

begin;

select plan(4);

create schema extensions;
grant usage on schema extensions to pg_monitor;
create extension pg_stat_statements schema extensions;
-- Nobody may execute a new function before it is granted, those of extensions included.
grant execute on all functions in schema extensions to pg_monitor;

create temporary table server as
select current_setting('pg_stat_statements.max', true) is not null as keeps_statements;

create function pg_temp.forget_statements()
returns timestamptz
language plpgsql
as $$
begin
    return extensions.pg_stat_statements_reset(
        dbid => (select oid from pg_catalog.pg_database where datname = current_database())
    );
end;
$$;

select case when keeps_statements then pg_temp.forget_statements() end
from server;

select 1 as statement_to_be_seen;
select 2 as statement_to_be_seen;

create temporary table seen as
select statements.*
from monitoring.statements
where query like '%statement\_to\_be\_seen%' and query not like '%seen as%';

select
    case
        when keeps_statements then is(
            (select count(*) from seen),
            1::bigint,
            'statements that differ in their values are one'
        )
        else skip('the server keeps no statements')
    end
from server;

select
    case
        when keeps_statements then is(
            (
                select to_jsonb(shown)
                from (
                    select database_user, calls, result_rows, temp_pages_written
                    from seen
                ) as shown
            ),
            jsonb_build_object(
                'database_user', current_user, 'calls', 2, 'result_rows', 2, 'temp_pages_written', 0
            ),
            'they are shown with who ran them, how often, and what came of it'
        )
        else skip('the server keeps no statements')
    end
from server;

select
    case
        when keeps_statements then ok(
            (select max_ms > 0 and total_ms > max_ms from seen),
            'they are shown with the time that they took, in all and at most'
        )
        else skip('the server keeps no statements')
    end
from server;

create role watcher in role pg_monitor;
set local role watcher;
create temporary table watched as select count(*) as rows from monitoring.statements;
reset role;

select
    case
        when keeps_statements then ok(
            (select rows > 0 from watched),
            'who monitors reads them without being a superuser'
        )
        else skip('the server keeps no statements')
    end
from server;

select * from finish();

rollback;
