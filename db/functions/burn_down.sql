-- One pass over the tasks: each adds one on the day it was entered and takes one away on the day it
-- ended; the running sum is what was open. Tasks from before the first day count on that day.

create or replace function public.burn_down(p_project_id uuid, p_from date, p_to date)
returns table (day date, open_tasks bigint, open_hours numeric)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    with
        span as (
            select
                greatest((task.created_at at time zone 'UTC')::date, p_from) as opened_on,
                (task.completed_at at time zone 'UTC')::date as ended_on,
                coalesce(task.estimated_hours, 0) as hours
            from public.tasks as task
            where
                task.project_id = p_project_id
                and task.created_at < (p_to + 1)::timestamp at time zone 'UTC'
                and (
                    task.completed_at is null
                    or task.completed_at >= p_from::timestamp at time zone 'UTC'
                )
                -- What was given up has no time of its end and never was work to burn down.
                and task.status not in ('cancelled', 'rejected')
        ),
        change as (
            select
                span.opened_on as day,
                count(*) as tasks,
                sum(span.hours) as hours
            from span
            group by span.opened_on
            union all
            select
                span.ended_on,
                -count(*),
                -sum(span.hours)
            from span
            where span.ended_on <= p_to
            group by span.ended_on
        )
    select
        calendar.day::date,
        sum(coalesce(sum(change.tasks), 0)) over running,
        sum(coalesce(sum(change.hours), 0)) over running
    from
        generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as calendar (day)
        left join change on change.day = calendar.day::date
    group by calendar.day
    window running as (order by calendar.day)
    order by calendar.day;
$$;

comment on function public.burn_down is
    'Open tasks and their estimated hours at the end of each UTC day, both days included.';
