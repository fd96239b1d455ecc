create or replace function public.requirements_completeness(p_project_id uuid)
returns numeric
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        round(
            count(*) filter (
                where requirement.status in ('approved', 'implemented', 'tested', 'accepted')
            )::numeric / nullif(count(*), 0),
            2
        )
    from public.requirements as requirement
    where
        requirement.project_id = p_project_id
        and requirement.is_current_version = true
        and requirement.status not in ('rejected', 'deprecated');
$$;

comment on function public.requirements_completeness is
    'Share of a project''s current requirements in scope that are at least approved; null if none.';
