-- Search under row-level security: functions that look past the policies and filter by the same
-- arrays.

-- migrate:up

-- Why it runs as the owner, and how it pages: see search_tasks.

create or replace function public.search_projects(
    p_query text,
    p_organization_id uuid default null,
    p_limit integer default 20,
    p_after_rank real default null,
    p_after_id uuid default null,
    p_highlight boolean default false
)
returns table (
    id uuid,
    organization_id uuid,
    name text,
    status public.project_status_enum,
    rank real,
    excerpt text
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        page.id,
        page.organization_id,
        page.name,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            project.id,
            project.organization_id,
            project.name,
            project.status,
            ts_rank(project.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', project.name, left(project.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.projects as project on project.search_vector @@ asked.query
        where
            project.id = any((select public.current_project_ids())::uuid[])
            and (p_organization_id is null or project.organization_id = p_organization_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;

comment on function public.search_projects is
    'Projects by the English words of name and description, best first, at most 100 a page.';

grant execute on function public.search_projects to bduf_readonly;

-- The operator @@ is not leakproof, so that under a policy it can use no index. This function runs
-- as the owner instead, past the policies, and asks for the same projects itself.
--
-- The next page begins after the rank and id of the last row; of a query that changes in between,
-- rows may be missed or come twice. Excerpts are made for the rows of the page only, on demand:
-- each is as dear as parsing its text again.

create or replace function public.search_tasks(
    p_query text,
    p_project_id uuid default null,
    p_limit integer default 20,
    p_after_rank real default null,
    p_after_id uuid default null,
    p_highlight boolean default false
)
returns table (
    id uuid,
    project_id uuid,
    title text,
    status public.task_status_enum,
    rank real,
    excerpt text
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            task.id,
            task.project_id,
            task.title,
            task.status,
            ts_rank(task.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', task.title, left(task.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.tasks as task on task.search_vector @@ asked.query
        where
            task.project_id = any((select public.current_project_ids())::uuid[])
            and (p_project_id is null or task.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;

comment on function public.search_tasks is
    'Tasks by the English words of title and description, best first, at most 100 a page.';

grant execute on function public.search_tasks to bduf_readonly;

-- Why it runs as the owner, and how it pages: see search_tasks.

create or replace function public.search_requirements(
    p_query text,
    p_project_id uuid default null,
    p_limit integer default 20,
    p_after_rank real default null,
    p_after_id uuid default null,
    p_highlight boolean default false
)
returns table (
    id uuid,
    project_id uuid,
    title text,
    status public.requirement_status_enum,
    rank real,
    excerpt text
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            requirement.id,
            requirement.project_id,
            requirement.title,
            requirement.status,
            ts_rank(requirement.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', requirement.title, left(requirement.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.requirements as requirement on requirement.search_vector @@ asked.query
        where
            requirement.project_id = any((select public.current_project_ids())::uuid[])
            and requirement.is_current_version
            and (p_project_id is null or requirement.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;

comment on function public.search_requirements is
    'Current requirements by the English words of title and description, best first, 100 a page.';

grant execute on function public.search_requirements to bduf_readonly;

-- Why it runs as the owner, and how it pages: see search_tasks.

create or replace function public.search_decisions(
    p_query text,
    p_project_id uuid default null,
    p_limit integer default 20,
    p_after_rank real default null,
    p_after_id uuid default null,
    p_highlight boolean default false
)
returns table (
    id uuid,
    project_id uuid,
    title text,
    status public.decision_status_enum,
    rank real,
    excerpt text
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            decision.id,
            decision.project_id,
            decision.title,
            decision.status,
            ts_rank(decision.search_vector, asked.query, 1) as rank,
            concat_ws(
                e'\n',
                decision.title,
                left(decision.decision, 25000),
                left(decision.description, 25000),
                left(decision.context, 25000),
                left(decision.consequences, 25000)
            ) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.architecture_decisions as decision on decision.search_vector @@ asked.query
        where
            decision.project_id = any((select public.current_project_ids())::uuid[])
            and (p_project_id is null or decision.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;

comment on function public.search_decisions is
    'Architecture decisions by the English words of their five texts, best first, 100 a page.';

grant execute on function public.search_decisions to bduf_readonly;

-- Why it runs as the owner, and how it pages: see search_tasks. The last word may be unfinished,
-- for people are looked up while their name is being typed.

create or replace function public.search_users(
    p_query text,
    p_limit integer default 20,
    p_after_rank real default null,
    p_after_id uuid default null
)
returns table (id uuid, username text, display_name text, avatar_url text, rank real)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select page.*
    from (
        select
            colleague.id,
            colleague.username,
            colleague.display_name,
            colleague.avatar_url,
            ts_rank(colleague.search_vector, asked.query) as rank
        from
            nullif(websearch_to_tsquery('simple', p_query)::text, '') as words (query),
            cast(words.query || ':*' as tsquery) as asked (query)
        join public.users as colleague on colleague.search_vector @@ asked.query
        where
            colleague.id = any((select public.current_colleague_ids())::uuid[])
            and colleague.is_active
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;

comment on function public.search_users is
    'Colleagues by name, the last word unfinished perhaps, best first, at most 100 a page.';

grant execute on function public.search_users to bduf_readonly;

-- Like @@, the operator @> is not leakproof and finds no index under a policy: see search_tasks.
-- An empty object, which every task contains, finds nothing rather than everything.

create or replace function public.find_tasks_by_custom_fields(
    p_fields jsonb,
    p_project_id uuid default null,
    p_limit integer default 20,
    p_after_id uuid default null
)
returns table (
    id uuid,
    project_id uuid,
    title text,
    status public.task_status_enum,
    custom_fields jsonb
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select task.id, task.project_id, task.title, task.status, task.custom_fields
    from public.tasks as task
    where
        task.custom_fields @> p_fields
        and p_fields <> '{}'
        and task.project_id = any ((select public.current_project_ids())::uuid[])
        and (p_project_id is null or task.project_id = p_project_id)
        and (p_after_id is null or task.id > p_after_id)
    order by task.id
    limit least(p_limit, 100);
$$;

comment on function public.find_tasks_by_custom_fields is
    'Tasks whose custom fields contain all of the given ones, by id, at most 100 a page.';

grant execute on function public.find_tasks_by_custom_fields to bduf_readonly;

-- migrate:down

drop function public.find_tasks_by_custom_fields;
drop function public.search_users;
drop function public.search_decisions;
drop function public.search_requirements;
drop function public.search_tasks;
drop function public.search_projects;
