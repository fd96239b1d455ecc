-- What all builders stand on. A test names the one column it attacks or needs; the builder supplies
-- whatever else the row must have, and leaves everything optional to the defaults of the table.

create sequence if not exists tap.name_number;

comment on sequence tap.name_number is
'Keeps the names that tap.a_new apart. It is not rolled back: no test may expect a number.';

create or replace function tap.a_new(p_kind text)
returns text
language sql
set search_path = ''
as $$
    select pg_catalog.format('%s-%s', p_kind, pg_catalog.nextval('tap.name_number'));
$$;

comment on function tap.a_new(text) is 'A name nobody else has, such as "user-7".';

create or replace function tap.insert_row(p_table regclass, p_values jsonb)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
    v_columns text;
    v_id uuid;
begin
    select pg_catalog.string_agg(pg_catalog.quote_ident(given.column_name), ', ')
    into strict v_columns
    from pg_catalog.jsonb_object_keys(p_values) as given (column_name);

    execute pg_catalog.format(
        'insert into %1$s (%2$s)
        select %2$s from pg_catalog.jsonb_populate_record(null::%1$s, $1)
        returning id',
        p_table,
        v_columns
    )
    into strict v_id
    using p_values;

    return v_id;
end;
$$;

comment on function tap.insert_row(regclass, jsonb) is
'Inserts a row with exactly the given columns (a JSON null is an explicit null) and returns its
id.';
