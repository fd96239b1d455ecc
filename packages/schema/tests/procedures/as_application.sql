-- The procedures in the role of the application, where row-level security decides what they reach.

begin;

select plan(33);

create temporary table team as
select tap.a_team_project('{"status": "initiation"}') as project_id;

create temporary table actor as
select
    tap.a_member_of(project_id, 'project_manager') as manager_id,
    tap.a_member_of(project_id, 'developer') as worker_id,
    tap.a_member_of(project_id, 'architect') as architect_id,
    tap.a_member_of(project_id, 'tech_lead') as lead_id,
    tap.a_member_of(tap.a_team_project(), 'admin') as stranger_id
from team;

create temporary table made as
select
    gen_random_uuid() as task_id,
    gen_random_uuid() as part_id,
    gen_random_uuid() as request_id,
    gen_random_uuid() as other_request_id,
    tap.an_approval_workflow(
        jsonb_build_object('project_id', team.project_id, 'required_approvals', 2)
    ) as workflow_id
from team;

-- Says who acts, then does it as the application; names in braces stand for ids.

create or replace function pg_temp.as_member(p_who text, p_statement text)
returns text
language plpgsql
as $$
declare
    v_named record;
    v_statement text := p_statement;
begin
    for v_named in
        select ids.key, ids.value
        from team
        cross join actor
        cross join made
        cross join
            lateral jsonb_each_text(to_jsonb(team) || to_jsonb(actor) || to_jsonb(made)) as ids
    loop
        v_statement := replace(
            v_statement,
            '{' || v_named.key || '}',
            quote_literal(v_named.value)
        );
        if v_named.key = p_who then
            perform set_config('bduf.user_id', v_named.value, true);
        end if;
    end loop;

    set local role bduf_app;
    begin
        execute v_statement;
    exception
        when others then
            reset role;
            return sqlstate;
    end;
    reset role;

    return 'done';
end;
$$;

create temporary table act (place, who, statement, expected, description) as
values
    (
        1,
        'manager_id',
        'call public.start_project({project_id}, {manager_id})',
        'done',
        'starts the project'
    ),
    (
        2,
        'worker_id',
        'call public.hold_project({project_id}, ''no ship'', {worker_id})',
        'BD502',
        'does not suspend it'
    ),
    (
        3,
        'stranger_id',
        'call public.hold_project({project_id}, ''no ship'', {stranger_id})',
        'BD501',
        'does not even find it'
    ),
    (
        4,
        'worker_id',
        'call public.hold_project({project_id}, ''no ship'', {manager_id})',
        '42501',
        'does not act in the name of the manager'
    ),
    (
        5,
        'worker_id',
        'call public.create_task({project_id}, ''Sound'', {worker_id}, p_task_id => {task_id})',
        'done',
        'enters a task'
    ),
    (
        6,
        'lead_id',
        'call public.create_task({project_id}, ''Draw'', {lead_id}, {task_id}, '
        'p_task_id => {part_id})',
        'done',
        'enters a part of it'
    ),
    (
        7,
        'lead_id',
        'call public.assign_task({task_id}, {worker_id}, {lead_id})',
        'done',
        'gives it away'
    ),
    (
        8,
        'lead_id',
        'call public.assign_task({part_id}, {stranger_id}, {lead_id})',
        'BD508',
        'does not give it to a stranger'
    ),
    (
        9,
        'stranger_id',
        'call public.start_task({task_id}, {stranger_id})',
        'BD501',
        'does not find the task'
    ),
    (
        10,
        'worker_id',
        'call public.start_task({task_id}, {worker_id})',
        'done',
        'starts it'
    ),
    (
        11,
        'worker_id',
        'call public.complete_task({task_id}, {worker_id})',
        'BD507',
        'does not complete it before its part'
    ),
    (
        12,
        'lead_id',
        'call public.move_task({part_id}, null, 2, {lead_id})',
        'done',
        'moves the part out'
    ),
    (
        13,
        'worker_id',
        'call public.submit_task({task_id}, {worker_id})',
        'done',
        'hands it in'
    ),
    (
        14,
        'architect_id',
        'call public.review_task({task_id}, ''approved'', null, {architect_id})',
        'done',
        'approves it'
    ),
    (
        15,
        'lead_id',
        'call public.cancel_task({part_id}, ''not needed'', {lead_id})',
        'done',
        'gives the other up'
    ),
    (
        16,
        'lead_id',
        'call public.reopen_task({part_id}, ''needed'', {lead_id})',
        'done',
        'takes it up again'
    ),
    (
        17,
        'lead_id',
        'call public.complete_task({part_id}, {lead_id})',
        'done',
        'completes it'
    ),
    (
        18,
        'worker_id',
        'call public.request_approval({workflow_id}, ''Print?'', ''It is drawn.'', '
        '''deployment'', ''project'', '
        '{project_id}, array[{architect_id}, {lead_id}]::uuid[], {worker_id}, null, {request_id})',
        'done',
        'asks for approval'
    ),
    (
        19,
        'architect_id',
        'call public.respond_to_approval({request_id}, ''approve'', {architect_id})',
        'done',
        'approves'
    ),
    (
        20,
        'worker_id',
        'call public.respond_to_approval({request_id}, ''approve'', {worker_id})',
        'BD512',
        'does not approve it'
    ),
    (
        21,
        'stranger_id',
        'call public.respond_to_approval({request_id}, ''approve'', {stranger_id})',
        'BD501',
        'does not find the request'
    ),
    (
        22,
        'lead_id',
        'call public.delegate_approval({request_id}, {manager_id}, {lead_id})',
        'done',
        'passes the vote on'
    ),
    (
        23,
        'manager_id',
        'call public.respond_to_approval({request_id}, ''approve_with_conditions'', '
        '{manager_id}, null, ''soon'')',
        'done',
        'approves in their stead'
    ),
    (
        24,
        'worker_id',
        'call public.request_approval({workflow_id}, ''Sell?'', ''It is printed.'', '
        '''deployment'', ''project'', '
        '{project_id}, array[{architect_id}, {lead_id}]::uuid[], {worker_id}, null, '
        '{other_request_id})',
        'done',
        'asks for another approval'
    ),
    (
        25,
        'manager_id',
        'call public.assign_approver({other_request_id}, {manager_id}, 1, {manager_id})',
        'done',
        'names one more approver'
    ),
    (
        26,
        'manager_id',
        'call public.cancel_approval({other_request_id}, ''not now'', {manager_id})',
        'done',
        'cancels the request'
    ),
    (
        27,
        'manager_id',
        'call public.cancel_project({project_id}, ''no money'', {manager_id})',
        'done',
        'cancels the project'
    ),
    (
        28,
        'manager_id',
        'call public.archive_project({project_id}, {manager_id})',
        'done',
        'puts it away'
    ),
    (
        29,
        'worker_id',
        'select public.snapshot_all_projects(date ''2026-01-01'')',
        '42501',
        'takes no snapshots'
    );

select is(
    pg_temp.as_member(who, statement),
    expected,
    format('%s %s', replace(who, '_id', ''), description)
)
from (
    select *
    from act
    order by place
) as in_order;

select is(
    concat_ws(' ', status, final_decision),
    'approved approve_with_conditions',
    'the request is decided as the votes say'
)
from public.approval_requests
join made on made.request_id = approval_requests.id;

-- Jobs.

create temporary table late as
select tap.an_approval_request(
    '{"requested_at": "2026-01-01T00:00:00Z", "due_date": "2026-01-02T00:00:00Z"}'
) as request_id;

set local role bduf_job;

select lives_ok(
    $$call public.expire_approvals(now())$$,
    'a job lets requests expire'
);

select lives_ok(
    $$select public.snapshot_all_projects((now() at time zone 'UTC')::date)$$,
    'a job measures all projects'
);

reset role;

select is(status, 'expired', 'what is past due is expired then')
from public.approval_requests
join late on late.request_id = approval_requests.id;

select * from finish();

rollback;
