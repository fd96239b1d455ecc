-- The schema belongs to bduf_owner, so that no function runs as a superuser and nobody who signs
-- in owns a table. Migrations run as this role from here on (`options=-c role=bduf_owner` in the
-- URL), or hand over what they create. Objects of extensions keep their owner.

-- migrate:up

do $$
declare
    v_statement text;
begin
    for v_statement in
        select format('alter table public.%I owner to bduf_owner', relname)
        from pg_catalog.pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')

        union all

        select format('alter routine %s owner to bduf_owner', oid::regprocedure)
        from pg_catalog.pg_proc
        where pronamespace = 'public'::regnamespace

        union all

        select format('alter type %s owner to bduf_owner', oid::regtype)
        from pg_catalog.pg_type
        where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
    loop
        execute v_statement;
    end loop;
end;
$$;

-- migrate:down

do $$
declare
    v_statement text;
begin
    for v_statement in
        select format('alter table public.%I owner to current_user', relname)
        from pg_catalog.pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')

        union all

        select format('alter routine %s owner to current_user', oid::regprocedure)
        from pg_catalog.pg_proc
        where pronamespace = 'public'::regnamespace

        union all

        select format('alter type %s owner to current_user', oid::regtype)
        from pg_catalog.pg_type
        where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
    loop
        execute v_statement;
    end loop;
end;
$$;
