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
