-- Asserts which rule refused a statement. pgTAP's throws_ok can compare only the message, whose
-- wording and language belong to the server; the name of the rule belongs to the schema.
--
-- The statement runs under the caller's search_path, as the application's statements would, so
-- this function must not set one of its own.
create or replace function tap.throws_constraint(
    p_sql text,
    p_sqlstate text,
    p_constraint text,
    p_description text default null
)
returns text
language plpgsql
as $$
declare
    v_description text := coalesce(
        p_description,
        pg_catalog.format('is refused by %s (%s)', p_constraint, p_sqlstate)
    );
    v_wanted text := pg_catalog.format('%s by %s', p_sqlstate, p_constraint);
    v_caught text := 'no error';
    v_sqlstate text;
    v_constraint text;
    v_table text;
    v_column text;
    v_message text;
begin
    begin
        execute p_sql;
    exception
        when others or assert_failure then
            get stacked diagnostics
                v_sqlstate = returned_sqlstate,
                v_constraint = constraint_name,
                v_table = table_name,
                v_column = column_name,
                v_message = message_text;

            -- PostgreSQL names a column, not a constraint, when it refuses a null.
            if v_sqlstate = '23502' then
                v_constraint := v_table || '.' || v_column;
            end if;

            v_caught := pg_catalog.format(
                '%s by %s: %s',
                v_sqlstate,
                coalesce(nullif(v_constraint, ''), 'no constraint'),
                v_message
            );
    end;

    if v_sqlstate = p_sqlstate and v_constraint = p_constraint then
        return tap.ok(true, v_description);
    end if;

    return pg_catalog.concat_ws(
        e'\n',
        tap.ok(false, v_description),
        tap.diag('      caught: ' || v_caught),
        tap.diag('      wanted: ' || v_wanted)
    );
end;
$$;

comment on function tap.throws_constraint(text, text, text, text) is
'Passes only if the statement is refused with exactly this SQLSTATE by the constraint of exactly
this name. A refused null (23502) is named by its place, as <table>.<column>. What a statement that
is not refused has done stays done.';
