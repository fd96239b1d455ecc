-- Asserts a whole policy at once: pgTAP compares roles and command one by one, and neither the
-- conditions nor the kind.
create or replace function tap.policy_definition(
    p_schema name,
    p_table name,
    p_policy name
)
returns text
language plpgsql
set search_path = ''
as $$
begin
    -- Names of the table's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select pg_catalog.concat(
            case when not pol.polpermissive then 'as restrictive ' end,
            case pol.polcmd
                when 'r' then 'for select'
                when 'a' then 'for insert'
                when 'w' then 'for update'
                when 'd' then 'for delete'
                else 'for all'
            end,
            ' to ' || who.names,
            ' using (' || said.old_row || ')',
            ' with check (' || said.new_row || ')'
        )
        from pg_catalog.pg_policy as pol
        inner join pg_catalog.pg_class as tab on tab.oid = pol.polrelid
        inner join pg_catalog.pg_namespace as sch on sch.oid = tab.relnamespace
        -- PostgreSQL breaks the lines of a subquery.
        cross join lateral (
            select
                pg_catalog.regexp_replace(
                    pg_catalog.pg_get_expr(pol.polqual, pol.polrelid), '\n\s*', ' ', 'g'
                ) as old_row,
                pg_catalog.regexp_replace(
                    pg_catalog.pg_get_expr(pol.polwithcheck, pol.polrelid), '\n\s*', ' ', 'g'
                ) as new_row
        ) as said
        cross join lateral (
            select pg_catalog.string_agg(
                coalesce(pg_catalog.quote_ident(rol.rolname), 'public'), ', ' order by rol.rolname
            ) as names
            from pg_catalog.unnest(pol.polroles) as role (id)
            left join pg_catalog.pg_roles as rol on rol.oid = role.id
        ) as who
        where sch.nspname = p_schema and tab.relname = p_table and pol.polname = p_policy
    );
end;
$$;

comment on function tap.policy_definition(name, name, name) is
'A policy without its name and table, such as "for select to reader using ((is_public))": command,
roles in the order of their names, and the conditions in PostgreSQL''s own rendering within
parentheses, on one line; led by "as restrictive" if it is. Null if there is none.';

create or replace function tap.policy_is(
    p_schema name,
    p_table name,
    p_policy name,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.policy_definition(p_schema, p_table, p_policy),
        p_definition,
        pg_catalog.format('%I on %I.%I is %s', p_policy, p_schema, p_table, p_definition)
    );
$$;

comment on function tap.policy_is(name, name, name, text) is
'Passes only if tap.policy_definition gives exactly this text.';
