-- Who may call what, and who may look through which view. A routine that runs as its caller, and a
-- view that looks as its reader, give nobody more than they have: every role of the application may
-- use them. What runs as the owner says in its own file who may call it.

-- migrate:up

revoke execute on all routines in schema public from public;

do $$
declare
    v_object text;
begin
    for v_object in
        select format('execute on routine %s', oid::regprocedure)
        from pg_catalog.pg_proc
        where
            pronamespace = 'public'::regnamespace
            and not prosecdef
            and prorettype <> 'trigger'::regtype

        union all

        select format('select on %s', oid::regclass)
        from pg_catalog.pg_class
        where
            relnamespace = 'public'::regnamespace
            and relkind = 'v'
            and 'security_invoker=true' = any(reloptions)
    loop
        execute format('grant %s to bduf_readonly, bduf_app, bduf_admin, bduf_job', v_object);
    end loop;
end;
$$;

-- The log's own functions run as the owner. None of them is for the application: whoever may record
-- an event may record it about anybody. Purging is the owner's alone.

grant execute on function public.record_audit_event to bduf_admin, bduf_job;
grant execute on function public.verify_audit_logs to bduf_admin, bduf_job;
grant execute on function public.seal_audit_logs, public.retire_audit_logs to bduf_job;
grant execute on function public.delete_old_activities to bduf_job;

-- migrate:down

revoke execute on function public.delete_old_activities from bduf_job;
revoke execute on function public.seal_audit_logs, public.retire_audit_logs from bduf_job;
revoke execute on function public.verify_audit_logs from bduf_admin, bduf_job;
revoke execute on function public.record_audit_event from bduf_admin, bduf_job;

do $$
declare
    v_object text;
begin
    for v_object in
        select format('execute on routine %s', oid::regprocedure)
        from pg_catalog.pg_proc
        where
            pronamespace = 'public'::regnamespace
            and not prosecdef
            and prorettype <> 'trigger'::regtype

        union all

        select format('select on %s', oid::regclass)
        from pg_catalog.pg_class
        where
            relnamespace = 'public'::regnamespace
            and relkind = 'v'
            and 'security_invoker=true' = any(reloptions)
    loop
        execute format('revoke %s from bduf_readonly, bduf_app, bduf_admin, bduf_job', v_object);
    end loop;

    for v_object in
        select oid::regprocedure::text
        from pg_catalog.pg_proc
        where pronamespace = 'public'::regnamespace and not prosecdef
    loop
        execute format('grant execute on routine %s to public', v_object);
    end loop;
end;
$$;
