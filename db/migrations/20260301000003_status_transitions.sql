-- Which status follows which, refused otherwise whoever writes.

-- migrate:up

-- Every step that the status of a row may take. Triggers refuse all others whoever writes; the
-- procedures ask the permission besides. What has no row that leads away from it is final. A view,
-- because the planner takes it apart: a look-up costs a fifth of one in a function.

create or replace view public.status_transitions
with (security_invoker = true)
as
    select
        step.subject,
        step.action,
        origin.from_status,
        step.to_status,
        step.permission
    from
        (
            values
                ('projects', '{initiation}', 'start', 'analysis', 'project.manage'),
                -- Design up front goes one phase forward at a time; what was missed leads back.
                (
                    'projects',
                    '{design,planning,execution}',
                    'change_phase',
                    'analysis',
                    'project.manage'
                ),
                (
                    'projects',
                    '{analysis,planning,execution}',
                    'change_phase',
                    'design',
                    'project.manage'
                ),
                ('projects', '{design,execution}', 'change_phase', 'planning', 'project.manage'),
                ('projects', '{planning}', 'change_phase', 'execution', 'project.manage'),
                (
                    'projects',
                    '{initiation,analysis,design,planning,execution}',
                    'hold',
                    'on_hold',
                    'project.manage'
                ),
                ('projects', '{on_hold}', 'resume', 'initiation', 'project.manage'),
                ('projects', '{on_hold}', 'resume', 'analysis', 'project.manage'),
                ('projects', '{on_hold}', 'resume', 'design', 'project.manage'),
                ('projects', '{on_hold}', 'resume', 'planning', 'project.manage'),
                ('projects', '{on_hold}', 'resume', 'execution', 'project.manage'),
                ('projects', '{execution}', 'complete', 'completed', 'project.close'),
                ('projects', '{completed}', 'reopen', 'execution', 'project.close'),
                (
                    'projects',
                    '{initiation,analysis,design,planning,execution,on_hold}',
                    'cancel',
                    'cancelled',
                    'project.close'
                ),
                ('tasks', '{pending,blocked}', 'start', 'in_progress', 'task.work'),
                ('tasks', '{pending,in_progress}', 'block', 'blocked', 'task.work'),
                ('tasks', '{in_progress,blocked}', 'put_back', 'pending', 'task.work'),
                ('tasks', '{in_progress}', 'submit', 'needs_review', 'task.work'),
                ('tasks', '{needs_review}', 'withdraw', 'in_progress', 'task.work'),
                -- Small things are done before anybody says that they are being done.
                ('tasks', '{pending,in_progress}', 'complete', 'completed', 'task.work'),
                ('tasks', '{needs_review}', 'review', 'approved', 'task.review'),
                ('tasks', '{needs_review}', 'review', 'rejected', 'task.review'),
                (
                    'tasks',
                    '{pending,in_progress,blocked,needs_review}',
                    'cancel',
                    'cancelled',
                    'task.manage'
                ),
                ('tasks', '{completed,rejected}', 'reopen', 'in_progress', 'task.manage'),
                ('tasks', '{cancelled}', 'reopen', 'pending', 'task.manage'),
                ('approval_requests', '{pending}', 'respond', 'in_review', 'approval.decide'),
                (
                    'approval_requests',
                    '{pending,in_review}',
                    'respond',
                    'approved',
                    'approval.decide'
                ),
                (
                    'approval_requests',
                    '{pending,in_review}',
                    'respond',
                    'rejected',
                    'approval.decide'
                ),
                (
                    'approval_requests',
                    '{pending,in_review}',
                    'cancel',
                    'cancelled',
                    'approval.manage'
                ),
                ('approval_requests', '{pending,in_review}', 'expire', 'expired', 'approval.manage')
        ) as step (subject, from_statuses, action, to_status, permission)
        cross join lateral unnest(step.from_statuses::text[]) as origin (from_status);

comment on view public.status_transitions is
    'The legal steps of projects, tasks and approval requests, and the permission each takes.';
comment on column public.status_transitions.subject is 'Table whose column status takes the step.';
comment on column public.status_transitions.action is
    'What the step is called; procedures have the same names.';
comment on column public.status_transitions.from_status is 'Label before the step.';
comment on column public.status_transitions.to_status is 'Label after it.';
comment on column public.status_transitions.permission is
    'What an actor needs for it; see user_permissions.';

create or replace function public.require_transition(
    p_subject text,
    p_action text,
    p_from text,
    p_to text
)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_permission text;
begin
    select legal.permission
    into v_permission
    from public.status_transitions as legal
    where
        legal.subject = p_subject
        and legal.action = p_action
        and legal.from_status = p_from
        and legal.to_status = p_to;

    if found then
        return v_permission;
    end if;

    -- Whoever repeats a call that got through can take this for success; a competitor has lost.
    if p_from = p_to then
        raise sqlstate 'BD504'
        using
            message = format('it is %s already', p_to),
            detail = format('%s: %s', p_subject, p_action);
    end if;

    raise sqlstate 'BD503'
    using
        message = format('%s does not follow %s', p_to, p_from),
        detail = format('%s: %s', p_subject, p_action),
        hint = 'The view public.status_transitions lists the legal steps.';
end;
$$;

comment on function public.require_transition is
    'Permission that a step takes; refuses it with BD503, or BD504 if the row is there already.';

create or replace function public.guard_status_transition()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select
        from public.status_transitions as legal
        where
            legal.subject = tg_table_name
            and legal.from_status = old.status::text
            and legal.to_status = new.status::text
    ) then
        raise sqlstate 'BD503'
        using
            message = format('%s does not follow %s', new.status, old.status),
            detail = format('row %s of %s is %s', old.id, tg_table_name, old.status),
            hint = 'The view public.status_transitions lists the legal steps.',
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'status';
    end if;

    return new;
end;
$$;

comment on function public.guard_status_transition is
    'Row trigger before update: refuses with BD503 a step that status_transitions does not list.';

create trigger _500_guard_status
before update on public.projects
for each row
when (old.status is distinct from new.status)
execute function public.guard_status_transition();
comment on trigger _500_guard_status on public.projects is
    'Refuses a status that cannot follow the present one.';

create trigger _500_guard_status
before update on public.tasks
for each row
when (old.status is distinct from new.status)
execute function public.guard_status_transition();
comment on trigger _500_guard_status on public.tasks is
    'Refuses a status that cannot follow the present one.';

create trigger _500_guard_status
before update on public.approval_requests
for each row
when (old.status is distinct from new.status)
execute function public.guard_status_transition();
comment on trigger _500_guard_status on public.approval_requests is
    'Refuses a status that cannot follow the present one.';

-- migrate:down

drop trigger _500_guard_status on public.approval_requests;
drop trigger _500_guard_status on public.tasks;
drop trigger _500_guard_status on public.projects;

drop function public.guard_status_transition;
drop function public.require_transition;
drop view public.status_transitions;
