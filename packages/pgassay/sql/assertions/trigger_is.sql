-- Asserts a whole trigger at once: pgTAP sees that it exists and which function it calls, not when,
-- for what, under which condition, or whether it is switched off.
create or replace function tap.trigger_definition(
    p_schema name,
    p_table name,
    p_trigger name
)
returns text
language plpgsql
set search_path = ''
as $$
declare
    v_table text := pg_catalog.format(' ON %I.%I ', p_schema, p_table);
    v_name text := pg_catalog.format(' %I ', p_trigger);
begin
    -- Names of the table's own schema are written short, whatever the caller's search_path is.
    perform pg_catalog.set_config('search_path', pg_catalog.quote_ident(p_schema), true);

    return (
        select pg_catalog.concat(
            case trg.tgenabled
                when 'D' then 'disabled '
                when 'R' then 'replica '
                when 'A' then 'always '
            end,
            case when trg.tgconstraint <> 0 then 'constraint ' end,
            pg_catalog.left(named.rest, pg_catalog.strpos(named.rest, v_table)),
            pg_catalog.substr(
                named.rest,
                pg_catalog.strpos(named.rest, v_table) + pg_catalog.length(v_table)
            )
        )
        from pg_catalog.pg_trigger as trg
        inner join pg_catalog.pg_class as tab on tab.oid = trg.tgrelid
        inner join pg_catalog.pg_namespace as sch on sch.oid = tab.relnamespace
        cross join lateral pg_catalog.pg_get_triggerdef(trg.oid) as whole (statement)
        cross join lateral pg_catalog.substr(
            whole.statement,
            pg_catalog.strpos(whole.statement, v_name) + pg_catalog.length(v_name)
        ) as named (rest)
        where sch.nspname = p_schema
            and tab.relname = p_table
            and trg.tgname = p_trigger
            and not trg.tgisinternal
    );
end;
$$;

comment on function tap.trigger_definition(name, name, name) is
'A trigger without what its name and table already say, such as "BEFORE INSERT FOR EACH ROW EXECUTE
FUNCTION check_it()", in PostgreSQL''s own rendering; led by "constraint" if it is one, and by
"disabled", "replica" or "always" where it does not fire as usual. Null if there is none.';

create or replace function tap.trigger_is(
    p_schema name,
    p_table name,
    p_trigger name,
    p_definition text
)
returns text
language sql
as $$
    select tap.is(
        tap.trigger_definition(p_schema, p_table, p_trigger),
        p_definition,
        pg_catalog.format('%I on %I.%I is %s', p_trigger, p_schema, p_table, p_definition)
    );
$$;

comment on function tap.trigger_is(name, name, name, text) is
'Passes only if tap.trigger_definition gives exactly this text.';
