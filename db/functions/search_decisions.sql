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
