-- Asserts who may call a function. Everybody may unless that is taken back, and a privilege that
-- nobody granted is easily overlooked: pgTAP would have to be asked about `public`.
create or replace function tap.function_privileges(
    p_schema name,
    p_function name,
    p_arguments text
)
returns text
language plpgsql
set search_path = ''
as $$
begin
    -- Names of the function's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select coalesce(who.names, 'nobody')
        from pg_catalog.pg_proc as fun
        inner join pg_catalog.pg_namespace as sch on sch.oid = fun.pronamespace
        cross join lateral (
            select pg_catalog.string_agg(
                pg_catalog.concat(
                    coalesce(pg_catalog.quote_ident(rol.rolname), 'public'),
                    case when acl.is_grantable then ' with grant option' end
                ),
                ', '
                order by coalesce(rol.rolname, 'public') collate "C"
            ) as names
            from pg_catalog.aclexplode(
                coalesce(fun.proacl, pg_catalog.acldefault('f', fun.proowner))
            ) as acl
            left join pg_catalog.pg_roles as rol on rol.oid = acl.grantee
            where acl.grantee <> fun.proowner
        ) as who
        where sch.nspname = p_schema
            and fun.proname = p_function
            and pg_catalog.oidvectortypes(fun.proargtypes) = p_arguments
    );
end;
$$;

comment on function tap.function_privileges(name, name, text) is
'Who may execute a function or procedure besides its owner, such as "clerk, public", in the order of
the names; "nobody" where only the owner may, and null if there is none. The arguments are their
types, such as "integer, text".';

create or replace function tap.function_privileges_are(
    p_schema name,
    p_function name,
    p_arguments text,
    p_grantees text
)
returns text
language sql
as $$
    select tap.is(
        tap.function_privileges(p_schema, p_function, p_arguments),
        p_grantees,
        pg_catalog.format(
            '%I.%I(%s) may be executed by %s', p_schema, p_function, p_arguments, p_grantees
        )
    );
$$;

comment on function tap.function_privileges_are(name, name, text, text) is
'Passes only if tap.function_privileges gives exactly this text.';
