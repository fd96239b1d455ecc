-- Rows are written in the order of their projects: two runs at once wait for each other and both
-- end. A snapshot that would not change is not written, so a second run costs only the counting.
-- Whoever assesses the architecture, or adds measures of their own, writes those columns; a later
-- run leaves them alone.

create or replace function public.snapshot_projects(p_project_ids uuid[], p_day date)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_written bigint;
begin
    if p_day is null or p_day > (clock_timestamp() at time zone 'UTC')::date then
        raise sqlstate 'BD518'
        using
            message = 'a day is not measured before it has come',
            detail = format('asked for %s', p_day);
    end if;

    insert into public.project_analytics as snapshot
        (
            id,
            project_id,
            snapshot_date,
            total_tasks,
            completed_tasks,
            in_progress_tasks,
            blocked_tasks,
            total_estimated_hours,
            total_actual_hours,
            requirements_completeness,
            risk_score,
            active_team_members,
            collaboration_sessions_count
        )
    select
        uuidv7(),
        measured.project_id,
        p_day,
        measured.total_tasks,
        measured.completed_tasks,
        measured.in_progress_tasks,
        measured.blocked_tasks,
        measured.total_estimated_hours,
        measured.total_actual_hours,
        measured.requirements_completeness,
        measured.risk_score,
        measured.active_team_members,
        measured.collaboration_sessions_count
    from public.measure_projects(p_project_ids, p_day) as measured
    order by measured.project_id
    on conflict (project_id, snapshot_date) do update
    set
        total_tasks = excluded.total_tasks,
        completed_tasks = excluded.completed_tasks,
        in_progress_tasks = excluded.in_progress_tasks,
        blocked_tasks = excluded.blocked_tasks,
        total_estimated_hours = excluded.total_estimated_hours,
        total_actual_hours = excluded.total_actual_hours,
        requirements_completeness = excluded.requirements_completeness,
        risk_score = excluded.risk_score,
        active_team_members = excluded.active_team_members,
        collaboration_sessions_count = excluded.collaboration_sessions_count
    where
        (
            snapshot.total_tasks,
            snapshot.completed_tasks,
            snapshot.in_progress_tasks,
            snapshot.blocked_tasks,
            snapshot.total_estimated_hours,
            snapshot.total_actual_hours,
            snapshot.requirements_completeness,
            snapshot.risk_score,
            snapshot.active_team_members,
            snapshot.collaboration_sessions_count
        ) is distinct from (
            excluded.total_tasks,
            excluded.completed_tasks,
            excluded.in_progress_tasks,
            excluded.blocked_tasks,
            excluded.total_estimated_hours,
            excluded.total_actual_hours,
            excluded.requirements_completeness,
            excluded.risk_score,
            excluded.active_team_members,
            excluded.collaboration_sessions_count
        );
    get diagnostics v_written = row_count;

    return v_written;
end;
$$;

comment on function public.snapshot_projects is
    'Keeps the numbers of a UTC day for the projects; again, corrects them. Returns rows written.';
