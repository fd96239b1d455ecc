-- Asserts what a function may do and may be trusted with: pgTAP compares some of it one by one, and
-- neither the search_path nor what a planner may assume in parallel.
create or replace function tap.function_definition(
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
        select pg_catalog.concat(
            case fun.prokind
                when 'p' then 'procedure'
                when 'a' then 'aggregate'
                when 'w' then 'window'
                else 'function'
            end,
            ' returns ' || pg_catalog.pg_get_function_result(fun.oid),
            ' language ' || lan.lanname,
            case fun.provolatile
                when 'i' then ' immutable'
                when 's' then ' stable'
                else case when fun.prokind <> 'p' then ' volatile' end
            end,
            case when fun.proisstrict then ' strict' end,
            case when fun.prosecdef then ' security definer' else ' security invoker' end,
            case when fun.proleakproof then ' leakproof' end,
            case fun.proparallel
                when 's' then ' parallel safe'
                when 'r' then ' parallel restricted'
            end,
            (
                select pg_catalog.string_agg(' set ' || setting, '' order by setting)
                from pg_catalog.unnest(fun.proconfig) as configured (setting)
            )
        )
        from pg_catalog.pg_proc as fun
        inner join pg_catalog.pg_namespace as sch on sch.oid = fun.pronamespace
        inner join pg_catalog.pg_language as lan on lan.oid = fun.prolang
        where sch.nspname = p_schema
            and fun.proname = p_function
            and pg_catalog.oidvectortypes(fun.proargtypes) = p_arguments
    );
end;
$$;

comment on function tap.function_definition(name, name, text) is
'What stands between a function''s arguments and its body, such as "function returns integer
language sql stable security definer set search_path=pg_catalog": volatility and security always,
strict, leakproof and parallel where they are not the default, and each setting. The arguments are
their types, such as "integer, text"; null if there is none.';

create or replace function tap.function_is(
    p_schema name,
    p_function name,
    p_arguments text,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.function_definition(p_schema, p_function, p_arguments),
        p_definition,
        pg_catalog.format('%I.%I(%s) is %s', p_schema, p_function, p_arguments, p_definition)
    );
$$;

comment on function tap.function_is(name, name, text, text) is
'Passes only if tap.function_definition gives exactly this text.';
