-- Makes row security tell that it was asked: each protected table gets two policies whose condition
-- counts. A sequence is not rolled back, so what a test tries and takes back is counted too.
create sequence tap.row_security_asked;

create function tap.row_security_asked()
returns boolean
language plpgsql
security definer
cost 0.0001
set search_path = ''
as $$
begin
    perform pg_catalog.nextval('tap.row_security_asked');
    return true;
end;
$$;

-- A schema may have taken this right from everybody by default.
grant execute on function tap.row_security_asked() to public;

do $$
declare
    v_table regclass;
begin
    for v_table in
        select c.oid
        from pg_catalog.pg_class as c
        where c.relrowsecurity
        order by c.oid
    loop
        execute pg_catalog.format(
            'create policy row_security_asked on %1$s as restrictive
            using (tap.row_security_asked()) with check (tap.row_security_asked());
            create policy row_security_asked_too on %1$s
            using (not tap.row_security_asked()) with check (not tap.row_security_asked())',
            v_table
        );
    end loop;
end;
$$;
