-- Three projects: one in execution with something of everything, one that has just been started,
-- and one that is over and put away. Running the file again changes nothing.

select public.refuse_production();

insert into public.projects
    (
        id,
        name,
        description,
        status,
        priority,
        organization_id,
        created_by,
        start_date,
        target_end_date,
        actual_end_date,
        archived_at,
        budget_allocated,
        budget_used
    )
values
    (
        '01900000-0000-7000-8000-000000000301',
        'Chart of the bay',
        'Sound the bay, draw it and print the sheet.',
        'execution',
        'high',
        '01900000-0000-7000-8000-000000000001',
        '01900000-0000-7000-8000-000000000102',
        '2026-01-12',
        '2026-06-30',
        null,
        null,
        80000,
        31500
    ),
    (
        '01900000-0000-7000-8000-000000000302',
        'Repair of the lamp',
        'Find out why the lamp fails in wet weather.',
        'analysis',
        'critical',
        '01900000-0000-7000-8000-000000000002',
        '01900000-0000-7000-8000-000000000110',
        '2026-03-02',
        null,
        null,
        null,
        null,
        null
    ),
    (
        '01900000-0000-7000-8000-000000000303',
        'New tide tables',
        null,
        'completed',
        'low',
        '01900000-0000-7000-8000-000000000001',
        '01900000-0000-7000-8000-000000000102',
        '2025-03-03',
        '2025-09-30',
        '2025-10-14',
        '2025-12-01 09:00:00+00',
        12000,
        12900
    )
on conflict (id) do nothing;

-- The work: sounding is done, drawing is under way, printing waits for it.

insert into public.tasks
    (
        id,
        project_id,
        parent_task_id,
        title,
        status,
        priority,
        assigned_to,
        assigned_by,
        assigned_at,
        estimated_hours,
        actual_hours,
        started_at,
        completed_at,
        sequence_order,
        due_date,
        is_milestone,
        created_at,
        created_by
    )
select
    task.id,
    '01900000-0000-7000-8000-000000000301',
    task.parent_id,
    task.title,
    task.status::public.task_status_enum,
    task.priority::public.priority_enum,
    task.assignee_id,
    case when task.assignee_id is not null then '01900000-0000-7000-8000-000000000102'::uuid end,
    case when task.assignee_id is not null then timestamptz '2026-01-13 08:00:00+00' end,
    task.estimated_hours,
    task.actual_hours,
    task.started_at::timestamptz,
    task.completed_at::timestamptz,
    task.place,
    task.due_date::date,
    task.is_milestone,
    '2026-01-12 08:00:00+00',
    '01900000-0000-7000-8000-000000000102'
from (
    values
        (
            '01900000-0000-7000-8000-000000000401'::uuid,
            null::uuid,
            'Sound the bay',
            'completed',
            'high',
            '01900000-0000-7000-8000-000000000104'::uuid,
            120,
            134.5,
            '2026-01-19 08:00:00+00',
            '2026-02-27 16:00:00+00',
            1,
            '2026-02-28',
            false
        ),
        (
            '01900000-0000-7000-8000-000000000402',
            '01900000-0000-7000-8000-000000000401',
            'Sound the shallows',
            'completed',
            'medium',
            '01900000-0000-7000-8000-000000000105',
            40,
            52,
            '2026-01-20 08:00:00+00',
            '2026-02-13 16:00:00+00',
            1,
            '2026-02-14',
            false
        ),
        (
            '01900000-0000-7000-8000-000000000403',
            null,
            'Draw the sheet',
            'in_progress',
            'high',
            '01900000-0000-7000-8000-000000000106',
            90,
            22,
            '2026-03-02 08:00:00+00',
            null,
            2,
            '2026-05-15',
            false
        ),
        (
            '01900000-0000-7000-8000-000000000404',
            '01900000-0000-7000-8000-000000000403',
            'Letter the place names',
            'blocked',
            'medium',
            '01900000-0000-7000-8000-000000000106',
            16,
            3,
            '2026-03-09 08:00:00+00',
            null,
            1,
            '2026-04-10',
            false
        ),
        (
            '01900000-0000-7000-8000-000000000405',
            '01900000-0000-7000-8000-000000000403',
            'Check every depth against the soundings',
            'pending',
            'high',
            null,
            24,
            0,
            null,
            null,
            2,
            '2026-05-08',
            false
        ),
        (
            '01900000-0000-7000-8000-000000000406',
            null,
            'The sheet is printed',
            'pending',
            'critical',
            null,
            null,
            0,
            null,
            null,
            3,
            '2026-06-30',
            true
        )
) as task (
    id,
    parent_id,
    title,
    status,
    priority,
    assignee_id,
    estimated_hours,
    actual_hours,
    started_at,
    completed_at,
    place,
    due_date,
    is_milestone
)
on conflict (id) do nothing;

insert into public.task_dependencies
    (id, project_id, predecessor_id, successor_id, kind, created_by)
values
    (
        '01900000-0000-7000-8000-000000000451',
        '01900000-0000-7000-8000-000000000301',
        '01900000-0000-7000-8000-000000000401',
        '01900000-0000-7000-8000-000000000403',
        'finish_to_start',
        '01900000-0000-7000-8000-000000000102'
    ),
    (
        '01900000-0000-7000-8000-000000000452',
        '01900000-0000-7000-8000-000000000301',
        '01900000-0000-7000-8000-000000000403',
        '01900000-0000-7000-8000-000000000406',
        'finish_to_start',
        '01900000-0000-7000-8000-000000000102'
    )
on conflict (id) do nothing;

-- What it must achieve, how, and what could go wrong.

insert into public.requirements
    (id, project_id, title, description, type, priority, status, stakeholder_id, created_by)
values
    (
        '01900000-0000-7000-8000-000000000501',
        '01900000-0000-7000-8000-000000000301',
        'Depths are in metres',
        'Every sounding on the sheet is given in metres below the lowest tide.',
        'functional',
        'critical',
        'implemented',
        '01900000-0000-7000-8000-000000000109',
        '01900000-0000-7000-8000-000000000108'
    ),
    (
        '01900000-0000-7000-8000-000000000502',
        '01900000-0000-7000-8000-000000000301',
        'The sheet can be read by red light',
        'Nothing that a helmsman needs is printed in red alone.',
        'usability',
        'high',
        'review',
        '01900000-0000-7000-8000-000000000109',
        '01900000-0000-7000-8000-000000000108'
    )
on conflict (id) do nothing;

insert into public.architecture_decisions
    (
        id,
        project_id,
        title,
        description,
        decision,
        consequences,
        category,
        status,
        decided_by,
        decided_at,
        created_by
    )
values
    (
        '01900000-0000-7000-8000-000000000601',
        '01900000-0000-7000-8000-000000000301',
        'One sheet for the whole bay',
        'Whether the bay is drawn on one sheet or on two that overlap.',
        'One sheet: whoever enters the bay sees both shores.',
        'The shallows in the north get a smaller scale than their skippers would like.',
        'data',
        'approved',
        '01900000-0000-7000-8000-000000000103',
        '2026-01-28 14:00:00+00',
        '01900000-0000-7000-8000-000000000103'
    )
on conflict (id) do nothing;

insert into public.project_risks
    (
        id,
        project_id,
        title,
        description,
        category,
        probability,
        impact,
        mitigation_strategy,
        owner_id,
        status,
        created_by
    )
values
    (
        '01900000-0000-7000-8000-000000000701',
        '01900000-0000-7000-8000-000000000301',
        'The printer is late',
        'The only press of this size is booked until the end of May.',
        'schedule',
        'medium',
        'high',
        'Book June now.',
        '01900000-0000-7000-8000-000000000102',
        'monitoring',
        '01900000-0000-7000-8000-000000000102'
    ),
    (
        '01900000-0000-7000-8000-000000000702',
        '01900000-0000-7000-8000-000000000301',
        'The sands have moved',
        'After the winter storms the shallows may lie elsewhere than they were sounded.',
        'technical',
        'low',
        'very_high',
        null,
        '01900000-0000-7000-8000-000000000104',
        'identified',
        '01900000-0000-7000-8000-000000000104'
    )
on conflict (id) do nothing;

-- An approval that waits for the second of two people, who are asked one after the other.

insert into public.approval_workflows
    (id, project_id, name, workflow_type, is_sequential, required_approvals, created_by)
values
    (
        '01900000-0000-7000-8000-000000000801',
        '01900000-0000-7000-8000-000000000301',
        'Release of a sheet',
        'release_approval',
        true,
        2,
        '01900000-0000-7000-8000-000000000102'
    )
on conflict (id) do nothing;

insert into public.approval_requests
    (
        id,
        workflow_id,
        project_id,
        title,
        description,
        request_type,
        subject_type,
        subject_id,
        status,
        requested_at,
        requested_by
    )
values
    (
        '01900000-0000-7000-8000-000000000811',
        '01900000-0000-7000-8000-000000000801',
        '01900000-0000-7000-8000-000000000301',
        'May the depths be drawn?',
        'All soundings are in, the shallows twice.',
        'design',
        'task',
        '01900000-0000-7000-8000-000000000401',
        'in_review',
        '2026-02-27 16:30:00+00',
        '01900000-0000-7000-8000-000000000105'
    )
on conflict (id) do nothing;

insert into public.approval_assignments (id, request_id, approver_id, step, decision, decided_at)
values
    (
        '01900000-0000-7000-8000-000000000821',
        '01900000-0000-7000-8000-000000000811',
        '01900000-0000-7000-8000-000000000104',
        1,
        'approve',
        '2026-03-01 10:00:00+00'
    ),
    (
        '01900000-0000-7000-8000-000000000822',
        '01900000-0000-7000-8000-000000000811',
        '01900000-0000-7000-8000-000000000103',
        2,
        null,
        null
    )
on conflict (id) do nothing;

insert into public.approval_responses
    (id, request_id, approver_id, decision, comments, responded_at)
values
    (
        '01900000-0000-7000-8000-000000000831',
        '01900000-0000-7000-8000-000000000811',
        '01900000-0000-7000-8000-000000000104',
        'approve',
        'The two runs over the shallows agree.',
        '2026-03-01 10:00:00+00'
    )
on conflict (id) do nothing;
