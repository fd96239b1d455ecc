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
