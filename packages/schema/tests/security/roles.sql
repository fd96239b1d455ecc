-- Roles and privileges: what the catalog has to say whatever the rows are.

begin;

create temporary table app_role as
select unnest(array['bduf_readonly', 'bduf_app', 'bduf_admin', 'bduf_job'])::name as role_name;

select plan(30);

-- Roles.

select is_empty(
    $$select rolname
    from pg_catalog.pg_roles
    where
        rolname like 'bduf\_%'
        and (
            rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
        )$$,
    'no role signs in, or has an attribute that gets round a policy'
);

select set_eq(
    $$select member.rolname || ' is a member of ' || granted.rolname
    from pg_catalog.pg_auth_members
    join pg_catalog.pg_roles as member on member.oid = pg_auth_members.member
    join pg_catalog.pg_roles as granted on granted.oid = pg_auth_members.roleid
    where member.rolname like 'bduf\_%'$$,
    array['bduf_app is a member of bduf_readonly'],
    'the application reads as a reader; no other role is within another'
);

select is_empty(
    $$select role_name from app_role where has_schema_privilege(role_name, 'public', 'create')$$,
    'no role of the application creates objects'
);

-- Owner.

select is_empty(
    $$select relname
    from pg_catalog.pg_class
    where
        relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p', 'v', 'm', 'S')
        and pg_get_userbyid(relowner) <> 'bduf_owner'$$,
    'every table and view belongs to the owner'
);

select is_empty(
    $$select oid::regprocedure
    from pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and pg_get_userbyid(proowner) <> 'bduf_owner'$$,
    'every routine belongs to the owner: none runs as a superuser'
);

-- Tables.

select is_empty(
    $$select relname
    from pg_catalog.pg_class
    where
        relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p')
        and relname <> 'schema_migrations'
        and not (relrowsecurity and relforcerowsecurity)$$,
    'row-level security is on and forced for every table'
);

select is_empty(
    $$select role_name
    from app_role
    where has_any_column_privilege(
        role_name, 'public.schema_migrations', 'select, insert, update, references'
    )$$,
    'nobody but the owner has to do with the migrations'
);

select is_empty(
    $$select role_name, table_name, privilege
    from app_role
    cross join unnest(array['select', 'insert', 'update', 'references']) as privilege
    cross join unnest(array['hierarchy_guards', 'audit_seals', 'audit_retirements']) as table_name
    where has_any_column_privilege(role_name, format('public.%I', table_name), privilege)$$,
    'nobody but the owner has to do with guards of hierarchies, seals and retirements'
);

select is_empty(
    $$select role_name, relname
    from app_role
    cross join pg_catalog.pg_class
    where
        relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p')
        and (
            has_table_privilege(role_name, pg_class.oid, 'truncate, trigger, maintain')
            or has_any_column_privilege(role_name, pg_class.oid, 'references')
        )$$,
    'no role of the application truncates, refers to, or hangs triggers on a table'
);

select is_empty(
    $$select relname, privilege
    from pg_catalog.pg_class
    cross join unnest(array['insert', 'update', 'delete']) as privilege
    where
        relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p', 'v')
        and (
            has_table_privilege('bduf_readonly', pg_class.oid, privilege)
            or privilege <> 'delete'
            and has_any_column_privilege('bduf_readonly', pg_class.oid, privilege)
        )$$,
    'the reader writes nowhere'
);

select is_empty(
    $$select role_name, table_name
    from app_role
    cross join unnest(array[
        'organizations', 'users', 'projects', 'team_memberships', 'approval_requests',
        'approval_responses', 'project_analytics', 'audit_logs'
    ]) as table_name
    where has_table_privilege(role_name, format('public.%I', table_name), 'delete')$$,
    'what is archived, or is evidence, is deleted by no role of the application'
);

select is_empty(
    $$select role_name, privilege
    from app_role
    cross join unnest(array['insert', 'update']) as privilege
    where has_any_column_privilege(role_name, 'public.audit_logs', privilege)$$,
    'the audit log is written by no role of the application'
);

select is_empty(
    $$select role_name, column_name
    from app_role
    cross join unnest(array['password_hash', 'api_key_hash']) as column_name
    where has_column_privilege(role_name, 'public.users', column_name, 'select')$$,
    'nobody but the owner reads a hash'
);

select is_empty(
    $$select column_name
    from unnest(array[
        'password_hash', 'password_changed_at', 'api_key_hash', 'api_key_created_at', 'role',
        'api_key_last_used', 'failed_login_attempts', 'locked_until', 'last_login_at', 'permissions',
        'is_active', 'is_verified', 'email'
    ]) as column_name
    where has_column_privilege('bduf_app', 'public.users', column_name, 'update')$$,
    'the application does not change by hand what proves who somebody is, or what they may'
);

-- A row stays where it is, whoever its writer is: members of two organizations can carry nothing over.
select is_empty(
    $$select role_name, attrelid::regclass, attname
    from app_role
    cross join pg_catalog.pg_attribute
    where
        attrelid in (
            select oid
            from pg_catalog.pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        )
        and attnum > 0
        and not attisdropped
        and attname in (
            'id', 'organization_id', 'project_id', 'session_id', 'request_id', 'user_id',
            'lineage_id', 'requested_by', 'created_by', 'created_at', 'search_vector'
        )
        and has_column_privilege(role_name, attrelid, attnum, 'update')$$,
    'no role of the application moves a row, renames its author or sets its search vector'
);

-- Views.

select is_empty(
    $$select relname
    from pg_catalog.pg_class
    where
        relnamespace = 'public'::regnamespace
        and relkind = 'v'
        and 'security_invoker=true' = any(reloptions) is not true$$,
    'every view looks with the eyes of its reader'
);

select is_empty(
    $$select role_name, relname
    from (values ('bduf_readonly'::name), ('bduf_app')) as reader (role_name)
    cross join pg_catalog.pg_class
    where
        relkind = 'm'
        and relnamespace = 'public'::regnamespace
        and has_table_privilege(role_name, pg_class.oid, 'select')$$,
    'no materialized view is within reach: policies do not hold there'
);

-- Policies.

select is_empty(
    $$select tablename, policyname
    from pg_catalog.pg_policies
    where policyname !~ ('^' || tablename || '_(readonly|app|platform|owner|monitor)_(select|insert|update|delete|all)$')$$,
    'policies are named <table>_<role>_<verb>'
);

select is_empty(
    $$select tablename, policyname
    from pg_catalog.pg_policies
    where
        schemaname = 'public'
        and (
            permissive <> 'PERMISSIVE'
            or roles <> case substring(policyname, '^' || tablename || '_([a-z]+)_')
                when 'readonly' then array['bduf_readonly'::name]
                when 'app' then array['bduf_app'::name]
                when 'owner' then array['bduf_owner'::name]
                when 'monitor' then array['pg_monitor'::name]
                else array['bduf_admin', 'bduf_job', 'bduf_owner']::name[]
            end
        )$$,
    'each policy is for the roles in its name; platform stands for staff, jobs and the owner'
);

select is_empty(
    $$select tablename, policyname
    from pg_catalog.pg_policies
    where
        'bduf_app' = any(roles)
        and cmd in ('INSERT', 'UPDATE')
        and coalesce(with_check, 'true') = 'true'$$,
    'whatever the application writes is checked'
);

select is_empty(
    $$select tablename, policyname
    from pg_catalog.pg_policies
    where
        concat(qual, with_check) ~ 'current_[a-z_]+\(\)'
        and regexp_count(concat(qual, with_check), 'current_[a-z_]+\(\)')
            <> regexp_count(concat(qual, with_check), '\( SELECT (public\.)?current_[a-z_]+\(\)')$$,
    'policies ask who the user is once a statement, not once a row'
);

select is_empty(
    $$select polname
    from pg_catalog.pg_policy
    where obj_description(oid, 'pg_policy') is null$$,
    'every policy is explained'
);

-- Statistics: what people write has none, so that row estimates tell nothing about it.

select is_empty(
    $$select pg_class.relname, attname
    from pg_catalog.pg_attribute
    join pg_catalog.pg_class on pg_class.oid = attrelid
    where
        relnamespace = 'public'::regnamespace
        and (
            relkind = 'r' and has_any_column_privilege('bduf_readonly', attrelid, 'select')
            -- An index has statistics of its own for expressions only.
            or relkind = 'i' and exists (
                select
                from pg_catalog.pg_index
                where indexrelid = attrelid and indkey[attnum - 1] = 0
            )
        )
        and attnum > 0
        and not attisdropped
        and atttypid in ('text'::regtype, 'varchar'::regtype, 'inet'::regtype, 'tsvector'::regtype)
        and attstattarget is distinct from 0
        and attname not in (
            'subject_type', 'entity_type', 'target_type', 'action', 'event_action',
            'subscription_plan', 'timezone'
        )$$,
    'no statistics are kept of what people write'
);

-- Functions.

select is_empty(
    $$select oid::regprocedure
    from pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and exists (
            select
            from aclexplode(coalesce(proacl, acldefault('f', proowner))) as granted
            where granted.grantee = 0
        )$$,
    'no routine is for everybody'
);

-- A schema that is not named in search_path is searched all the same: pg_temp, and it comes first.
-- There a caller can put a type named like uuid, whose check then runs as the owner.
select is_empty(
    $$select oid::regprocedure
    from pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and 'search_path=pg_catalog, pg_temp' = any(proconfig) is not true$$,
    'every routine searches pg_temp last'
);

select set_eq(
    $$select proname
    from pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and prosecdef
        and prorettype <> 'trigger'::regtype
        and has_function_privilege('bduf_app', oid, 'execute')$$,
    array[
        'answer_invitation', 'change_password', 'create_organization',
        'current_administered_organization_ids', 'current_approval_request_ids',
        'current_colleague_ids', 'current_organization_ids', 'current_project_ids',
        'current_session_ids', 'current_user_id', 'decision_is_in_project',
        'find_tasks_by_custom_fields', 'invite_member', 'leave_organization', 'password_salt',
        'register_user', 'requirement_is_in_project', 'search_decisions', 'search_projects',
        'search_requirements', 'search_tasks', 'search_users', 'set_api_key', 'sign_in',
        'sign_in_with_api_key', 'task_is_in_project'
    ],
    'these functions, and no others, let the application look past the policies'
);

select set_eq(
    $$select proname
    from pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and prosecdef
        and has_function_privilege('bduf_readonly', oid, 'execute')
        and provolatile = 'v'$$,
    array[]::name[],
    'none of them lets the reader write'
);

select set_eq(
    $$select role_name || ' calls ' || proname
    from pg_catalog.pg_proc
    cross join unnest(array['bduf_admin', 'bduf_job']) as role_name
    where
        pronamespace = 'public'::regnamespace
        and prosecdef
        and has_function_privilege(role_name, oid, 'execute')$$,
    array[
        'bduf_admin calls record_audit_event', 'bduf_admin calls verify_audit_logs',
        'bduf_job calls delete_old_activities', 'bduf_job calls record_audit_event',
        'bduf_job calls retire_audit_logs', 'bduf_job calls seal_audit_logs',
        'bduf_job calls verify_audit_logs'
    ],
    'staff and jobs see everybody already, and act as the owner on the logs only'
);

-- Those who need not look past policies get at what they work with.

select is_empty(
    $$select role_name, oid::regprocedure
    from app_role
    cross join pg_catalog.pg_proc
    where
        pronamespace = 'public'::regnamespace
        and not prosecdef
        and prorettype <> 'trigger'::regtype
        and not has_function_privilege(role_name, oid, 'execute')$$,
    'every routine that runs as its caller can be called'
);

select is_empty(
    $$select role_name, relname
    from app_role
    cross join pg_catalog.pg_class
    where
        relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p', 'v')
        and relname not in (
            'schema_migrations', 'hierarchy_guards', 'audit_seals', 'audit_retirements'
        )
        and not has_any_column_privilege(role_name, pg_class.oid, 'select')$$,
    'every table and view can be read'
);

select * from finish();

rollback;
