create or replace function public.snapshot_all_projects(p_day date)
returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
    select public.snapshot_projects(array_agg(project.id), p_day)
    from public.projects as project
    where
        project.created_at < (p_day + 1)::timestamp at time zone 'UTC'
        and project.archived_at is null;
$$;

comment on function public.snapshot_all_projects is
    'Keeps the numbers of a UTC day for every project that is not archived; again, corrects them.';
