-- Asserts what pgTAP has no words for: the actions of a foreign key, and whether a constraint is
-- deferrable, validated and enforced.
create or replace function tap.constraint_definition(
    p_schema name,
    p_table name,
    p_constraint name
)
returns text
language plpgsql
set search_path = ''
as $$
begin
    -- Names of the table's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select pg_catalog.pg_get_constraintdef(con.oid)
        from pg_catalog.pg_constraint as con
        inner join pg_catalog.pg_class as tab on tab.oid = con.conrelid
        inner join pg_catalog.pg_namespace as sch on sch.oid = tab.relnamespace
        where sch.nspname = p_schema and tab.relname = p_table and con.conname = p_constraint
    );
end;
$$;

comment on function tap.constraint_definition(name, name, name) is
'A table constraint in PostgreSQL''s own rendering, such as "FOREIGN KEY (a) REFERENCES b(id) ON
DELETE CASCADE"; null if there is none.';

create or replace function tap.constraint_is(
    p_schema name,
    p_table name,
    p_constraint name,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.constraint_definition(p_schema, p_table, p_constraint),
        p_definition,
        pg_catalog.format('%I on %I.%I is %s', p_constraint, p_schema, p_table, p_definition)
    );
$$;

comment on function tap.constraint_is(name, name, name, text) is
'Passes only if tap.constraint_definition gives exactly this text.';
