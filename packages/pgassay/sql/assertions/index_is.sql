-- Asserts everything about an index at once: pgTAP compares method, columns and uniqueness one by
-- one, and neither the predicate nor the sort direction.
create or replace function tap.index_definition(
    p_schema name,
    p_table name,
    p_index name
)
returns text
language plpgsql
set search_path = ''
as $$
declare
    v_owner text := pg_catalog.format('%I.%I USING ', p_schema, p_table);
begin
    -- Names of the table's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select pg_catalog.concat(
            case when not idx.indisvalid then 'invalid ' end,
            case when idx.indisunique then 'unique ' end,
            pg_catalog.substr(
                whole.statement,
                pg_catalog.strpos(whole.statement, v_owner) + pg_catalog.length(v_owner)
            )
        )
        from pg_catalog.pg_index as idx
        inner join pg_catalog.pg_class as rel on rel.oid = idx.indexrelid
        inner join pg_catalog.pg_class as tab on tab.oid = idx.indrelid
        inner join pg_catalog.pg_namespace as sch on sch.oid = tab.relnamespace
        cross join lateral pg_catalog.pg_get_indexdef(idx.indexrelid) as whole (statement)
        where sch.nspname = p_schema and tab.relname = p_table and rel.relname = p_index
    );
end;
$$;

comment on function tap.index_definition(name, name, name) is
'An index without what its name and table already say, such as "unique btree (email)" or "gin
(tags) WHERE is_open", in PostgreSQL''s own rendering; null if there is none, and led by "invalid"
if a concurrent build of it failed.';

create or replace function tap.index_is(
    p_schema name,
    p_table name,
    p_index name,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.index_definition(p_schema, p_table, p_index),
        p_definition,
        pg_catalog.format('%I on %I.%I is %s', p_index, p_schema, p_table, p_definition)
    );
$$;

comment on function tap.index_is(name, name, name, text) is
'Passes only if tap.index_definition gives exactly this text.';
