-- Roles: group roles that nobody signs in with; a login user is granted exactly one of them.
--
-- Roles belong to the cluster, and several of its databases may hold this schema, template
-- databases among them. So a role that is there already is taken as it is, if it is harmless, and
-- the down half takes back what the roles may do in this database, but leaves the roles
-- themselves: another database may be about to use them. `drop role` them by hand once the last
-- database is gone.

-- migrate:up

do $$
declare
    v_wanted record;
    v_harmful text;
begin
    for v_wanted in
        select *
        from (values
            ('bduf_owner', null, 'Owns the objects of the schema; migrations run as it.'),
            ('bduf_readonly', null, 'Reads the rows of one user''s organizations; no secrets.'),
            ('bduf_app', 'bduf_readonly', 'Reads and writes rows of one user''s organizations.'),
            ('bduf_admin', null, 'Staff of the platform: reads and writes the rows of everybody.'),
            ('bduf_job', null, 'Background work: snapshots, expiry and retention for everybody.')
        ) as wanted (role_name, granted_role, description)
    loop
        -- Whoever comes second waits for the first to commit, and is told that the role exists.
        begin
            execute format('create role %I nologin', v_wanted.role_name);
            execute format('comment on role %I is %L', v_wanted.role_name, v_wanted.description);
            if v_wanted.granted_role is not null then
                execute format('grant %I to %I', v_wanted.granted_role, v_wanted.role_name);
            end if;
        exception
            when duplicate_object or unique_violation then null;
        end;
    end loop;

    select string_agg(rolname, ', ' order by rolname)
    into v_harmful
    from pg_catalog.pg_roles as rol
    where
        rolname in ('bduf_owner', 'bduf_readonly', 'bduf_app', 'bduf_admin', 'bduf_job')
        and (
            rolcanlogin
            or rolsuper
            or rolbypassrls
            or rolcreaterole
            or rolcreatedb
            or rolreplication
            or exists (
                select
                from
                    pg_catalog.pg_auth_members as mem
                    join pg_catalog.pg_roles as granted on granted.oid = mem.roleid
                where
                    mem.member = rol.oid
                    and (rol.rolname, granted.rolname) <> ('bduf_app', 'bduf_readonly')
            )
        );

    if v_harmful is not null then
        raise sqlstate 'BD401'
        using
            message = format('roles of this cluster can do more than they should: %s', v_harmful),
            hint = 'They must be NOLOGIN, without attributes and memberships of their own.';
    end if;

    -- To hand objects over to the owner, one must be able to become it. A superuser always is; the
    -- creator of a role may grant it to itself.
    if not pg_has_role(current_user, 'bduf_owner', 'set') then
        execute format('grant bduf_owner to %I', current_user);
    end if;
end;
$$;

-- A temporary type named like a built-in one would be found first by every function that does not
-- name pg_temp in its search_path, also by those that run as the owner. The application needs no
-- temporary objects, so it may create none.

do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end;
$$;

-- What is not granted is forbidden, functions of later migrations included.

alter default privileges revoke execute on functions from public;

revoke usage on schema public from public;
grant usage on schema public to bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant usage, create on schema public to bduf_owner;

-- migrate:down

revoke usage, create on schema public from bduf_owner;
revoke usage on schema public from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant usage on schema public to public;

alter default privileges grant execute on functions to public;

do $$
begin
    execute format('grant temporary on database %I to public', current_database());
end;
$$;
