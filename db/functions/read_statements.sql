-- The extension is the server's business: it must be preloaded, and creating it takes a superuser.
-- So no migration creates it, and this looks for it anew at each call.

create or replace function monitoring.read_statements()
returns table (
    database_user name,
    query_id bigint,
    query text,
    calls bigint,
    total_ms double precision,
    max_ms double precision,
    result_rows bigint,
    pages_hit bigint,
    pages_read bigint,
    temp_pages_written bigint,
    wal_bytes numeric
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_schema constant name := (
        select extnamespace::regnamespace
        from pg_extension
        where extname = 'pg_stat_statements'
    );
begin
    if v_schema is null or current_setting('pg_stat_statements.max', true) is null then
        return;
    end if;

    return query execute format(
        'select
            pg_get_userbyid(userid),
            queryid,
            query,
            calls,
            total_exec_time,
            max_exec_time,
            rows,
            shared_blks_hit,
            shared_blks_read,
            temp_blks_written,
            wal_bytes
        from %I.pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())',
        v_schema
    );
end;
$$;

comment on function monitoring.read_statements is
    'The statements of this database in pg_stat_statements; none where that is not installed.';
