-- Two tenants and what one may try against the other. The roles of the application may call pgTAP and
-- the builders, as a test that runs as one of them needs it.

grant usage on schema tap to public;

create table tap.tenant_row (
    position bigint generated always as identity,
    tenant text not null,
    table_name name not null,
    id uuid not null,
    constraint tenant_row_pkey primary key (table_name, id)
);

comment on table tap.tenant_row is 'Which tenant each row of the schema belongs to.';

create or replace function tap.record_rows(p_tenant text)
returns void
language plpgsql
set search_path = ''
as $$
declare
    v_table name;
begin
    for v_table in
        select col.table_name
        from information_schema.columns as col
        join information_schema.tables as tab using (table_schema, table_name)
        where col.table_schema = 'public' and col.column_name = 'id' and table_type = 'BASE TABLE'
    loop
        execute pg_catalog.format(
            'insert into tap.tenant_row (tenant, table_name, id)
            select %L, %L, row.id from public.%I as row order by row.ctid
            on conflict do nothing',
            p_tenant, v_table, v_table
        );
    end loop;
end;
$$;

comment on function tap.record_rows(text) is
'Notes that all rows which belong to nobody yet belong to this tenant, in whatever table they are.';

create or replace function tap.a_tenant(p_tenant text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
    v_user uuid;
    v_colleague uuid;
    v_organization jsonb;
    v_by jsonb;
    v_project jsonb;
    v_personal jsonb;
    v_task uuid;
    v_session uuid;
    v_request uuid;
begin
    perform tap.record_rows('the platform');

    v_user := tap.a_user(pg_catalog.jsonb_build_object('display_name', p_tenant || ' admin'));
    v_colleague := tap.a_user(pg_catalog.jsonb_build_object('display_name', p_tenant || ' member'));
    v_by := pg_catalog.jsonb_build_object('created_by', v_user);
    v_organization := pg_catalog.jsonb_build_object('organization_id', tap.an_organization(v_by));
    perform tap.a_team_membership(
        v_organization || pg_catalog.jsonb_build_object('user_id', v_user, 'role', 'admin')
    );
    perform tap.a_team_membership(
        v_organization || pg_catalog.jsonb_build_object('user_id', v_colleague)
    );

    v_project := v_by || pg_catalog.jsonb_build_object(
        'project_id',
        tap.a_project(
            v_by || v_organization || pg_catalog.jsonb_build_object('name', p_tenant || ' secret')
        )
    );
    v_personal := v_by || pg_catalog.jsonb_build_object(
        'project_id', tap.a_project(v_by || '{"name": "personal secret"}')
    );
    perform tap.a_task(v_personal || '{"title": "personal secret"}');

    v_task := tap.a_task(
        v_project || pg_catalog.jsonb_build_object(
            'title', p_tenant || ' secret',
            'assigned_to', v_colleague,
            'custom_fields', pg_catalog.jsonb_build_object('tenant', p_tenant)
        )
    );
    perform tap.a_task_dependency(
        v_project || pg_catalog.jsonb_build_object(
            'predecessor_id', v_task,
            'successor_id', tap.a_task(
                v_project || pg_catalog.jsonb_build_object('parent_task_id', v_task)
            )
        )
    );
    perform tap.a_requirement(v_project || '{"title": "secret"}');
    perform tap.an_architecture_decision(v_project || '{"title": "secret"}');
    perform tap.a_project_risk(v_project);
    v_session := tap.a_collaboration_session(v_project);
    perform tap.a_session_participant(
        pg_catalog.jsonb_build_object('session_id', v_session, 'user_id', v_colleague)
    );

    v_request := tap.an_approval_request(
        v_project - 'created_by' || pg_catalog.jsonb_build_object(
            'workflow_id', tap.an_approval_workflow(v_project),
            'subject_id', v_task,
            'requested_by', v_colleague
        )
    );
    perform tap.an_approval_assignment(
        pg_catalog.jsonb_build_object('request_id', v_request, 'approver_id', v_user)
    );
    perform tap.an_approval_response(
        pg_catalog.jsonb_build_object('request_id', v_request, 'approver_id', v_user)
    );

    perform tap.a_project_snapshot(v_project - 'created_by');
    perform tap.a_user_activity(
        v_project - 'created_by' || pg_catalog.jsonb_build_object('user_id', v_user)
    );
    perform tap.an_audit_log(v_organization);
    perform tap.an_audit_log(v_project - 'created_by');

    perform tap.record_rows(p_tenant);
    return v_user;
end;
$$;

comment on function tap.a_tenant(text) is
'Builds an organization with rows in every table, and returns its administrator.';

create or replace function tap.outcome_as(p_role name, p_user text, p_statement text)
returns text
language plpgsql
as $$
declare
    v_rows bigint;
begin
    perform set_config('bduf.user_id', p_user, true);
    execute format('set local role %I', p_role);
    execute p_statement;
    get diagnostics v_rows = row_count;
    raise exception using errcode = 'TAP00', message = format('%s rows', v_rows);
exception
    when sqlstate 'TAP00' then return sqlerrm;
    when others then return sqlstate;
end;
$$;

comment on function tap.outcome_as(name, text, text) is
'What a statement comes to in a role and for a user: "<n> rows" or the SQLSTATE. It is undone.';

create or replace function tap.text_as(p_role name, p_user text, p_query text)
returns text
language plpgsql
as $$
declare
    v_text text;
begin
    perform set_config('bduf.user_id', p_user, true);
    execute format('set local role %I', p_role);
    execute p_query into v_text;
    raise exception using errcode = 'TAP00', message = coalesce(v_text, 'null');
exception
    when sqlstate 'TAP00' then return sqlerrm;
    when others then return sqlstate || ': ' || sqlerrm;
end;
$$;

comment on function tap.text_as(name, text, text) is
'The one value that a query gives in a role and for a user, or SQLSTATE and message. It is undone.';

create or replace function tap.writable_columns(p_table name)
returns text[]
language sql
stable
set search_path = ''
as $$
    select pg_catalog.array_agg(col.attname order by col.attnum)
    from pg_catalog.pg_attribute as col
    where
        col.attrelid = pg_catalog.format('public.%I', p_table)::regclass
        and col.attnum > 0
        and not col.attisdropped
        and col.attgenerated = '';
$$;

comment on function tap.writable_columns(name) is 'Columns of a table that are not generated.';

create or replace function tap.row_as_json(p_table name, p_id uuid)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
    v_json jsonb;
begin
    execute pg_catalog.format('select to_jsonb(row) from public.%I as row where id = $1', p_table)
    into v_json
    using p_id;

    return v_json;
end;
$$;

comment on function tap.row_as_json(name, uuid) is 'A row of a table as a JSON object.';

create or replace function tap.attempts(p_attacker text, p_victim text, p_table name)
returns table (attempt text, statement text)
language plpgsql
set search_path = ''
as $$
declare
    v_columns text := pg_catalog.array_to_string(tap.writable_columns(p_table), ', ');
    v_updatable text := coalesce(
        (
            select pg_catalog.min(name)
            from pg_catalog.unnest(tap.writable_columns(p_table)) as name
            where pg_catalog.has_column_privilege(
                'bduf_app', pg_catalog.format('public.%I', p_table), name, 'update'
            )
        ),
        'id'
    );
    v_mine uuid[] := array(
        select mine.id from tap.tenant_row as mine
        where mine.tenant = p_attacker and mine.table_name = p_table
    );
    v_row record;
    v_column text;
begin
    for v_row in
        select theirs.id, tap.row_as_json(p_table, theirs.id) as json
        from tap.tenant_row as theirs
        where theirs.tenant = p_victim and theirs.table_name = p_table
        order by theirs.position
        limit 4
    loop
        return query
        select
            template.attempt,
            pg_catalog.format(
                template.statement,
                p_table,
                v_row.id,
                v_updatable,
                v_columns,
                v_row.json,
                v_row.json || pg_catalog.jsonb_build_object('id', pg_catalog.gen_random_uuid())
            )
        from (values
            ('read by id', 'select from public.%1$I where id = %2$L'),
            ('read through a join', 'select from public.%1$I as a join public.%1$I as b using (id)
                where a.id = %2$L'),
            ('lock', 'select from public.%1$I where id = %2$L for update'),
            ('lock weakly', 'select from public.%1$I where id = %2$L for key share'),
            ('update', 'update public.%1$I set %3$I = %3$I where id = %2$L'),
            ('update and return', 'update public.%1$I set %3$I = %3$I where id = %2$L returning id'),
            ('delete', 'delete from public.%1$I where id = %2$L'),
            ('delete using', 'delete from public.%1$I using (values (%2$L::uuid)) as theirs (id)
                where %1$I.id = theirs.id returning theirs.id'),
            ('merge', 'merge into public.%1$I as mine using (values (%2$L::uuid)) as theirs (id)
                on mine.id = theirs.id when matched then update set %3$I = mine.%3$I'),
            ('take over by upsert', 'insert into public.%1$I (%4$s)
                select %4$s from jsonb_populate_record(null::public.%1$I, %5$L)
                on conflict (id) do update set %3$I = excluded.%3$I'),
            ('add beside it', 'insert into public.%1$I (%4$s)
                select %4$s from jsonb_populate_record(null::public.%1$I, %6$L)'),
            ('add beside it and return', 'insert into public.%1$I (%4$s)
                select %4$s from jsonb_populate_record(null::public.%1$I, %6$L) returning id')
        ) as template (attempt, statement);

        -- The attacker's own rows are pointed at the victim: each column in turn takes its value.
        foreach v_column in array tap.writable_columns(p_table)
        loop
            return query
            select
                'point ' || v_column || ' at it',
                pg_catalog.format(
                    'update public.%1$I set %2$I = theirs.%2$I
                    from jsonb_populate_record(null::public.%1$I, %3$L) as theirs
                    where %1$I.id = any(%4$L)',
                    p_table, v_column, v_row.json, v_mine
                )
            where exists (
                select
                from tap.tenant_row as theirs
                where
                    theirs.tenant = p_victim
                    and theirs.id::text = v_row.json ->> v_column
            );
        end loop;
    end loop;

    return query
    select
        template.attempt,
        pg_catalog.format(template.statement, p_table, v_mine, v_updatable)
    from (values
        ('read all', 'select from public.%1$I where id <> all(%2$L)'),
        ('read all from only', 'select from only public.%1$I where id <> all(%2$L)'),
        ('read a sample', 'select from public.%1$I tablesample system (100) where id <> all(%2$L)'),
        ('read by place', 'select from public.%1$I
            where ctid = any(array(select format(''(0,%%s)'', n)::tid from generate_series(1, 99) as n))
                and id <> all(%2$L)'),
        ('count through a subquery', 'select 1 from (select count(*) as n from public.%1$I
            where id <> all(%2$L)) as counted where n > 0'),
        ('update all', 'update public.%1$I set %3$I = %3$I where id <> all(%2$L)'),
        ('delete all', 'delete from public.%1$I where id <> all(%2$L)'),
        ('truncate', 'truncate public.%1$I cascade'),
        ('switch security off', 'alter table public.%1$I disable row level security'),
        ('drop the policy', 'drop policy %1$s_readonly_select on public.%1$I'),
        ('add a policy', 'create policy mine on public.%1$I using (true)'),
        ('add a trigger', 'create trigger mine before insert on public.%1$I
            for each row execute function public.set_updated_at()'),
        ('add a rule', 'create rule mine as on insert to public.%1$I do instead nothing'),
        ('refer to it', 'create table public.probe (id uuid references public.%1$I (id))')
    ) as template (attempt, statement);

    -- What reads nothing is not held by the policies for reading; whoever has no rows writes none.
    return query
    select template.attempt, pg_catalog.format(template.statement, p_table, v_updatable)
    from (values
        ('update blindly', 'update public.%1$I set %2$I = default'),
        ('delete blindly', 'delete from public.%1$I')
    ) as template (attempt, statement)
    where pg_catalog.cardinality(v_mine) = 0;
end;
$$;

comment on function tap.attempts(text, text, name) is
'Statements with which one tenant tries to read or change rows of another in a table.';

create or replace function tap.gets_through(p_statement text, p_outcome text)
returns boolean
language sql
immutable
set search_path = ''
as $$
    select case
        -- What counts no rows has to be refused.
        when p_statement ~ '^(truncate|alter|drop|create) ' then p_outcome <> '42501'
        -- A row that something refers to has been found, even if it stays.
        when p_statement ~ '^delete ' then p_outcome not in ('0 rows', '42501')
        -- A row that cannot be seen is refused by privilege or policy, found by nobody, and nothing
        -- that could be referred to.
        else p_outcome not in ('0 rows', '42501', '23503')
    end;
$$;

comment on function tap.gets_through(text, text) is
'Whether the outcome of an attempt shows that it saw or changed anything.';

grant execute on all functions in schema tap to public;
