-- The procedures that ask for approval, answer, pass on, take back and let expire.

begin;

select plan(62);

create temporary table team as
select tap.a_team_project() as project_id;

create temporary table actor as
select
    tap.a_member_of(project_id, 'project_manager') as manager_id,
    tap.a_member_of(project_id, 'developer') as requester_id,
    tap.a_member_of(project_id, 'architect') as first_id,
    tap.a_member_of(project_id, 'tech_lead') as second_id,
    tap.a_member_of(project_id, 'stakeholder') as third_id,
    tap.a_member_of(project_id, 'viewer') as viewer_id,
    tap.a_user() as stranger_id
from team;

create temporary table workflow as
select
    kind.name,
    tap.an_approval_workflow(
        jsonb_build_object(
            'project_id', team.project_id,
            'is_sequential', kind.is_sequential,
            'is_active', kind.is_active,
            'required_approvals', kind.required
        )
    ) as id
from team
cross join (
    values
        ('one', false, true, 1),
        ('two', false, true, 2),
        ('in turn', true, true, 2),
        ('retired', false, false, 1)
) as kind (name, is_sequential, is_active, required);

-- A request of the requester, to the people named.

create or replace function pg_temp.ask(
    p_workflow text,
    p_approvers text[],
    p_request_id uuid,
    p_who text default 'requester_id',
    p_due timestamptz default null
)
returns text
language sql
as $$
    select format(
        'call public.request_approval(%L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
        workflow.id,
        'May the harbour sheet go to print?',
        'It is drawn and checked.',
        'deployment',
        'project',
        team.project_id,
        (
            select array_agg((to_jsonb(actor) ->> named)::uuid)
            from unnest(p_approvers) as named
        ),
        to_jsonb(actor) ->> p_who,
        p_due,
        p_request_id
    )
    from workflow
    cross join team
    cross join actor
    where workflow.name = p_workflow;
$$;

create or replace function pg_temp.answer(
    p_request_id uuid,
    p_decision text,
    p_who text,
    p_conditions text default null
)
returns text
language sql
as $$
    select format(
        'call public.respond_to_approval(%L, %L, %L, null, %L)',
        p_request_id,
        p_decision,
        to_jsonb(actor) ->> p_who,
        p_conditions
    )
    from actor;
$$;

create or replace function pg_temp.outcome(p_request_id uuid)
returns text
language sql
as $$
    select concat_ws(' ', status, final_decision)
    from public.approval_requests
    where id = p_request_id;
$$;

create temporary table request (name, id) as
select
    name,
    gen_random_uuid()
from unnest(array[
    'one', 'two', 'in turn', 'rejected', 'conditional', 'delegated', 'cancelled', 'taken back',
    'late', 'refused'
]) as name;

-- Asking.

select throws_ok(
    pg_temp.ask(workflow, approvers, request.id, who),
    sqlstate,
    null,
    description
)
from (values
    ('one', '{first_id}'::text[], 'viewer_id', 'BD502', 'a viewer asks for nothing'),
    ('one', '{requester_id}', 'requester_id', 'BD512', 'nobody asks themselves'),
    ('two', '{first_id}', 'requester_id', 'BD514', 'one approver cannot give two approvals'),
    ('two', '{first_id,first_id}', 'requester_id', 'BD514', 'naming somebody twice does not help'),
    ('one', '{first_id,first_id}', 'requester_id', 'BD518', 'nobody is named twice'),
    ('one', '{viewer_id}', 'requester_id', 'BD508', 'a viewer is not asked'),
    ('one', '{stranger_id}', 'requester_id', 'BD508', 'a stranger is not asked'),
    ('retired', '{first_id}', 'requester_id', 'BD509', 'a retired workflow takes no requests')
) as refused (workflow, approvers, who, sqlstate, description)
join request on request.name = 'refused';

select lives_ok(
    pg_temp.ask(workflow, approvers, request.id),
    format('%s: is asked for', request.name)
)
from (values
    ('one', '{first_id}'::text[], 'one'),
    ('two', '{first_id,second_id,third_id}', 'two'),
    ('in turn', '{first_id,second_id,third_id}', 'in turn'),
    ('two', '{first_id,second_id}', 'rejected'),
    ('two', '{first_id,second_id}', 'conditional'),
    ('one', '{first_id,second_id}', 'delegated'),
    ('one', '{first_id}', 'cancelled'),
    ('one', '{first_id}', 'taken back')
) as asked (workflow, approvers, name)
join request using (name);

select results_eq(
    format(
        'select step from public.approval_assignments where request_id = %L order by step',
        id
    ),
    'values (1), (2), (3)',
    'approvers of a sequential workflow are asked one after the other'
)
from request
where name = 'in turn';

select lives_ok(
    pg_temp.ask('one', '{first_id}', id),
    'asking again with the same id is no error'
)
from request
where name = 'one';

select is(
    (
        select count(*)
        from public.user_activities
        where entity_id = request.id
    ),
    1::bigint,
    'and is not recorded again'
)
from request
where name = 'one';

select throws_ok(
    pg_temp.ask('two', '{first_id,second_id}', id),
    'BD505',
    'the id belongs to another request',
    'the id of a request is not taken for another one'
)
from request
where name = 'one';

-- Answering.

select throws_ok(
    pg_temp.answer(request.id, decision, who),
    sqlstate,
    null,
    description
)
from (values
    ('one', 'approve', 'requester_id', 'BD512', 'nobody approves their own request'),
    ('one', 'approve', 'second_id', 'BD510', 'who was not asked has no vote'),
    ('one', 'delegate', 'first_id', 'BD518', 'delegating is not answering'),
    ('one', 'approve_with_conditions', 'first_id', 'BD518', 'conditions are named'),
    ('in turn', 'approve', 'second_id', 'BD511', 'the second is not asked before the first'),
    ('in turn', 'reject', 'third_id', 'BD511', 'nor does the third reject before it is their turn')
) as refused (name, decision, who, sqlstate, description)
join request using (name);

create temporary table answered (place, name, decision, who, conditions, expected) as
values
    (1, 'one', 'approve', 'first_id', null, 'approved approve'),
    (2, 'two', 'approve', 'third_id', null, 'in_review'),
    (3, 'two', 'approve', 'first_id', null, 'approved approve'),
    (4, 'in turn', 'approve', 'first_id', null, 'in_review'),
    (5, 'in turn', 'approve', 'second_id', null, 'approved approve'),
    (6, 'rejected', 'approve', 'first_id', null, 'in_review'),
    (7, 'rejected', 'reject', 'second_id', null, 'rejected reject'),
    (
        8,
        'conditional',
        'approve_with_conditions',
        'first_id',
        'with a scale',
        'in_review'
    ),
    (9, 'conditional', 'approve', 'second_id', null, 'approved approve_with_conditions');

do $$
declare
    v_answer record;
begin
    for v_answer in
        select answered.*, request.id
        from answered
        join request using (name)
        order by place
    loop
        execute pg_temp.answer(v_answer.id, v_answer.decision, v_answer.who, v_answer.conditions);
        update answered
        set expected = case
            when pg_temp.outcome(v_answer.id) = v_answer.expected then 'as expected'
            else format('%s instead of %s', pg_temp.outcome(v_answer.id), v_answer.expected)
        end
        where place = v_answer.place;
    end loop;
end;
$$;

select is(
    expected,
    'as expected',
    format('%s: the %s decides %s', name, who, decision)
)
from answered
order by place;

select lives_ok(
    pg_temp.answer(id, 'approve', 'first_id'),
    'giving the same answer again is no error, even after the decision'
)
from request
where name = 'one';

select throws_ok(
    pg_temp.answer(id, 'reject', 'first_id'),
    'BD503',
    'the request is approved and stays so',
    'an answer is not changed after the decision'
)
from request
where name = 'one';

select throws_ok(
    pg_temp.answer(id, 'approve', 'second_id'),
    'BD503',
    'the request is approved and stays so',
    'who comes after the decision is told so'
)
from request
where name = 'two';

select results_eq(
    format(
        'select decision::text, conditions from public.approval_responses where request_id = %L '
        'order by responded_at',
        id
    ),
    $$
        values
            ('approve_with_conditions', 'with a scale'),
            ('approve', null)
    $$,
    'the answers are kept in the words of the approvers'
)
from request
where name = 'conditional';

-- Passing on.

select throws_ok(
    format('call public.delegate_approval(%L, %L, %L)', id, to_jsonb(actor) ->> to_whom, first_id),
    sqlstate,
    null,
    description
)
from (values
    ('requester_id', 'BD512', 'a vote is not passed on to the requester'),
    ('second_id', 'BD515', 'nobody gets a second vote'),
    ('viewer_id', 'BD508', 'a vote is not passed on to a viewer')
) as refused (to_whom, sqlstate, description)
cross join actor
join request on name = 'delegated';

select lives_ok(
    format('call public.delegate_approval(%L, %L, %L)', id, third_id, first_id),
    description
)
from request
cross join actor
cross join (
    values
        ('a vote is passed on'),
        ('passing it on to the same one again is no error')
) as twice (description)
where name = 'delegated';

select throws_ok(
    pg_temp.answer(id, 'approve', 'first_id'),
    'BD510',
    null,
    'who passed a vote on has none'
)
from request
where name = 'delegated';

select throws_ok(
    format('call public.delegate_approval(%L, %L, %L)', id, manager_id, third_id),
    'BD515',
    null,
    'a vote is not passed on twice'
)
from request
cross join actor
where name = 'delegated';

select lives_ok(
    pg_temp.answer(id, 'approve', 'third_id'),
    'who got the vote answers'
)
from request
where name = 'delegated';

select is(pg_temp.outcome(id), 'approved approve', 'and it counts')
from request
where name = 'delegated';

-- More approvers.

select throws_ok(
    format(
        'call public.assign_approver(%L, %L, 1, %L)',
        id,
        to_jsonb(actor) ->> approver,
        to_jsonb(actor) ->> who
    ),
    sqlstate,
    null,
    description
)
from (values
    ('third_id', 'requester_id', 'BD502', 'a requester names no further approvers'),
    ('requester_id', 'manager_id', 'BD512', 'a manager does not name the requester'),
    ('viewer_id', 'manager_id', 'BD508', 'a manager does not name a viewer')
) as refused (approver, who, sqlstate, description)
cross join actor
join request on name = 'cancelled';

select lives_ok(
    format('call public.assign_approver(%L, %L, 1, %L)', id, third_id, manager_id),
    'a manager names one more approver'
)
from request
cross join actor
where name = 'cancelled';

select lives_ok(
    format('call public.assign_approver(%L, %L, 1, %L)', id, third_id, manager_id),
    'to name them again is no error'
)
from request
cross join actor
where name = 'cancelled';

select is(count(*), 1::bigint, 'and they have one vote')
from public.approval_assignments
where
    request_id = (select id from request where name = 'cancelled')
    and approver_id = (select third_id from actor);

-- Taking back.

select throws_ok(
    format('call public.cancel_approval(%L, %L, %L)', id, 'not now', first_id),
    'BD502',
    null,
    'an approver does not take a request back'
)
from request
cross join actor
where name = 'cancelled';

select lives_ok(
    format('call public.cancel_approval(%L, %L, %L)', id, 'not now', who),
    description
)
from (values
    ('taken back', 'a requester takes a request back'),
    ('cancelled', 'a manager cancels a request')
) as allowed (name, description)
join request using (name)
cross join actor
cross join lateral (
    select case name when 'cancelled' then manager_id else requester_id end as who
) as by_whom;

select throws_ok(
    format('call public.cancel_approval(%L, %L, %L)', id, 'not now', requester_id),
    'BD503',
    null,
    'what is decided is not taken back'
)
from request
cross join actor
where name = 'one';

-- Expiring.

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
        requested_at,
        due_date,
        requested_by
    )
select
    request.id,
    workflow.id,
    team.project_id,
    'Too late?',
    'It was due yesterday.',
    'deployment',
    'project',
    team.project_id,
    now() - interval '2 days',
    now() - interval '1 day',
    actor.requester_id
from request
cross join team
cross join actor
join workflow on workflow.name = 'one'
where request.name = 'late';

insert into public.approval_assignments (request_id, approver_id)
select
    request.id,
    actor.first_id
from request
cross join actor
where request.name = 'late';

select throws_ok(
    pg_temp.answer(id, 'approve', 'first_id'),
    'BD513',
    'the time to decide is over',
    'what is past due is not decided any more'
)
from request
where name = 'late';

select throws_ok(
    $$call public.expire_approvals(now() + interval '1 day')$$,
    'BD518',
    null,
    'nothing expires before its time'
);

create temporary table expiry (round, expired) as
values (1, 0);

do $$
declare
    v_expired integer;
begin
    call public.expire_approvals(clock_timestamp(), p_expired => v_expired);
    update expiry set expired = v_expired;
    call public.expire_approvals(clock_timestamp(), p_expired => v_expired);
    insert into expiry values (2, v_expired);
end;
$$;

select results_eq(
    'select expired from expiry order by round',
    'values (1), (0)',
    'what is past due expires once'
);

select is(pg_temp.outcome(id), 'expired', 'and is expired then')
from request
where name = 'late';

select * from finish();

rollback;
