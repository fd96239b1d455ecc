-- Builders of rows: a test names what it attacks or needs, the builder supplies the rest. They live
-- in the schema `tap` beside the assertions, and are part of every test's database.

create sequence tap.builder_number;
comment on sequence tap.builder_number is 'Keeps names apart; no test may expect a number.';

create function tap.insert_row(p_table regclass, p_values jsonb)
returns jsonb
language plpgsql
as $$
declare
    v_columns text;
    v_row jsonb;
begin
    select string_agg(quote_ident(key), ', ')
    into strict v_columns
    from jsonb_object_keys(p_values) as given (key);

    execute format(
        'insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)
        returning to_jsonb(%3$s)',
        p_table,
        v_columns,
        (select relname from pg_class where oid = p_table)
    )
    into strict v_row
    using p_values;

    return v_row;
end;
$$;
comment on function tap.insert_row(regclass, jsonb) is 'Inserts exactly these columns.';

create function tap.a_branch(p_values jsonb default '{}')
returns integer
language sql
as $$
    select (tap.insert_row(
        'library.branches',
        jsonb_build_object('name', 'Harbour ' || nextval('tap.builder_number')) || p_values
    ) ->> 'id')::integer;
$$;

create function tap.a_subject(p_values jsonb default '{}')
returns text
language sql
as $$
    select tap.insert_row(
        'library.subjects', '{"code": "910", "name": "Geography and travel"}' || p_values
    ) ->> 'code';
$$;

create function tap.a_book(p_values jsonb default '{}')
returns integer
language sql
as $$
    select (tap.insert_row(
        'library.books',
        jsonb_build_object(
            'isbn', '978' || lpad(nextval('tap.builder_number')::text, 10, '0'),
            'title', 'The Shipping News',
            'author', 'Annie Proulx'
        ) || p_values
    ) ->> 'id')::integer;
$$;

create function tap.a_copy(p_values jsonb default '{}')
returns jsonb
language plpgsql
as $$
declare
    v_given jsonb := p_values;
begin
    if not v_given ? 'book_id' then
        v_given := v_given || jsonb_build_object('book_id', tap.a_book());
    end if;

    if not v_given ? 'branch_id' then
        v_given := v_given || jsonb_build_object('branch_id', tap.a_branch());
    end if;

    return tap.insert_row('library.copies', '{"copy_number": 1}' || v_given);
end;
$$;
comment on function tap.a_copy(jsonb) is 'Adds a copy, returns its row: the key has two columns.';

create function tap.a_member(p_values jsonb default '{}')
returns integer
language sql
as $$
    select (tap.insert_row(
        'library.members',
        jsonb_build_object(
            'card_number', 'M' || lpad(nextval('tap.builder_number')::text, 6, '0'),
            'name', 'Quoyle'
        ) || p_values
    ) ->> 'id')::integer;
$$;

create function tap.a_loan(p_values jsonb default '{}')
returns bigint
language plpgsql
as $$
declare
    v_given jsonb := p_values;
    v_copy jsonb;
begin
    if not v_given ?& array['book_id', 'copy_number'] then
        v_copy := tap.a_copy();
        v_given := jsonb_build_object(
            'book_id', v_copy -> 'book_id', 'copy_number', v_copy -> 'copy_number'
        ) || v_given;
    end if;

    if not v_given ? 'member_id' then
        v_given := v_given || jsonb_build_object('member_id', tap.a_member());
    end if;

    return (tap.insert_row('library.loans', v_given) ->> 'id')::bigint;
end;
$$;

create function tap.a_reservation(p_values jsonb default '{}')
returns jsonb
language plpgsql
as $$
declare
    v_given jsonb := '{"queue_position": 1}' || p_values;
begin
    if not v_given ? 'book_id' then
        v_given := v_given || jsonb_build_object('book_id', tap.a_book());
    end if;

    if not v_given ? 'member_id' then
        v_given := v_given || jsonb_build_object('member_id', tap.a_member());
    end if;

    if not v_given ? 'branch_id' then
        v_given := v_given || jsonb_build_object('branch_id', tap.a_branch());
    end if;

    return tap.insert_row('library.reservations', v_given);
end;
$$;

create function tap.a_fine(p_values jsonb default '{}')
returns bigint
language plpgsql
as $$
declare
    v_given jsonb := '{"reason": "damaged", "amount": 4.50}' || p_values;
begin
    if not v_given ? 'loan_id' then
        v_given := v_given || jsonb_build_object('loan_id', tap.a_loan());
    end if;

    return (tap.insert_row('library.fines', v_given) ->> 'id')::bigint;
end;
$$;

-- Tests act as the terminals' role too, and assert as it.
grant usage on schema tap to public;
