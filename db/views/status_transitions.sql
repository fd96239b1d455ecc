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
