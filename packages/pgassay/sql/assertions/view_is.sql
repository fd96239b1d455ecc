-- Asserts a whole view: pgTAP sees its columns, not which rows it shows, nor with whose rights.
create or replace function tap.view_definition(
    p_schema name,
    p_view name
)
returns text
language plpgsql
set search_path = ''
as $$
begin
    -- Names of the view's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select pg_catalog.concat(
            'with (' || pg_catalog.array_to_string(rel.reloptions, ', ') || ') ',
            'as ',
            -- PostgreSQL breaks the lines of a query.
            pg_catalog.btrim(
                pg_catalog.regexp_replace(pg_catalog.pg_get_viewdef(rel.oid), '\s*\n\s*', ' ', 'g'),
                ' ;'
            )
        )
        from pg_catalog.pg_class as rel
        inner join pg_catalog.pg_namespace as sch on sch.oid = rel.relnamespace
        where sch.nspname = p_schema and rel.relname = p_view and rel.relkind in ('v', 'm')
    );
end;
$$;

comment on function tap.view_definition(name, name) is
'A view without its name, such as "with (security_invoker=true) as SELECT id FROM orders WHERE
is_open", in PostgreSQL''s own rendering on one line; null if there is none.';

create or replace function tap.view_is(
    p_schema name,
    p_view name,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.view_definition(p_schema, p_view),
        p_definition,
        pg_catalog.format('%I.%I is %s', p_schema, p_view, p_definition)
    );
$$;

comment on function tap.view_is(name, name, text) is
'Passes only if tap.view_definition gives exactly this text.';
