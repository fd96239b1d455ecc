-- For the policies of architecture_decisions, which cannot look into architecture_decisions
-- themselves.

create or replace function public.decision_is_in_project(p_decision_id uuid, p_project_id uuid)
returns boolean
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.architecture_decisions as decision
            where decision.id = p_decision_id and decision.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.decision_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.decision_is_in_project to bduf_readonly;
