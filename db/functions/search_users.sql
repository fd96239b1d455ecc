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
