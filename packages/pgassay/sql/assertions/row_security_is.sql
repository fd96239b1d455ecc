-- Asserts whether a table asks its policies at all, and whether its owner is asked too: without
-- either the policies are there and mean nothing.
create or replace function tap.row_security(
    p_schema name,
    p_table name
)
returns text
language sql
stable
set search_path = ''
as $$
    select pg_catalog.concat(
        case when tab.relrowsecurity then 'enabled' else 'disabled' end,
        case when tab.relforcerowsecurity then ' forced' end
    )
    from pg_catalog.pg_class as tab
    inner join pg_catalog.pg_namespace as sch on sch.oid = tab.relnamespace
    where sch.nspname = p_schema and tab.relname = p_table and tab.relkind in ('r', 'p');
$$;

comment on function tap.row_security(name, name) is
'"enabled" or "disabled", followed by " forced" where the owner of the table is held to its policies
too; null if there is no such table.';

create or replace function tap.row_security_is(
    p_schema name,
    p_table name,
    p_state text
)
returns text
language sql
as $$
    select tap.is(
        tap.row_security(p_schema, p_table),
        p_state,
        pg_catalog.format('row security of %I.%I is %s', p_schema, p_table, p_state)
    );
$$;

comment on function tap.row_security_is(name, name, text) is
'Passes only if tap.row_security gives exactly this text.';
