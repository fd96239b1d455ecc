-- For the policies of requirements, which cannot look into requirements themselves.

create or replace function public.requirement_is_in_project(
    p_requirement_id uuid,
    p_project_id uuid
)
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
            from public.requirements as requirement
            where requirement.id = p_requirement_id and requirement.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.requirement_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.requirement_is_in_project to bduf_readonly;
