-- Approvals are asked for, answered, passed on and closed by procedures.

-- migrate:up

create or replace function public.hold_workflow_active(p_workflow_id uuid)
returns public.approval_workflows
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_workflow public.approval_workflows;
begin
    select workflow.project_id
    into v_project_id
    from public.approval_workflows as workflow
    where workflow.id = p_workflow_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such workflow',
            detail = format('workflow %s', p_workflow_id);
    end if;

    perform public.hold_project_open(v_project_id);

    select *
    into v_workflow
    from public.approval_workflows as workflow
    where
        workflow.id = p_workflow_id
        and workflow.is_active
    for share;

    if not found then
        raise sqlstate 'BD509'
        using
            message = 'the workflow is retired',
            detail = format('workflow %s', p_workflow_id);
    end if;

    return v_workflow;
end;
$$;

comment on function public.hold_workflow_active is
    'Keeps a workflow of an open project in force until the transaction ends; BD509 if retired.';

create or replace function public.require_approvers(
    p_workflow public.approval_workflows,
    p_approver_ids uuid[],
    p_requester_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_approvers bigint := (
        select count(distinct approver.id)
        from unnest(p_approver_ids) as approver (id)
    );
begin
    if v_approvers < greatest(p_workflow.required_approvals, 1) then
        raise sqlstate 'BD514'
        using
            message = format(
                '%s different approvers cannot give %s approvals',
                v_approvers,
                p_workflow.required_approvals
            ),
            detail = format('workflow %s', p_workflow.id);
    end if;

    if v_approvers < cardinality(p_approver_ids) then
        raise sqlstate 'BD518'
        using message = 'an approver is missing or named twice';
    end if;

    if p_requester_id = any (p_approver_ids) then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_requester_id);
    end if;

    perform public.require_eligible(approver.id, p_workflow.project_id, 'approval.decide')
    from unnest(p_approver_ids) as approver (id);
end;
$$;

comment on function public.require_approvers is
    'Refuses approvers who are too few, named twice, the requester, or not entitled to decide.';

create or replace function public.require_same_request(
    p_request_id uuid,
    p_workflow_id uuid,
    p_subject_id uuid,
    p_actor_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select
        from public.approval_requests as request
        where
            request.id = p_request_id
            and request.workflow_id = p_workflow_id
            and request.subject_id = p_subject_id
            and request.requested_by = p_actor_id
    ) then
        raise sqlstate 'BD505'
        using
            message = 'the id belongs to another request',
            detail = format('approval request %s', p_request_id);
    end if;
end;
$$;

comment on function public.require_same_request is
    'Refuses with BD505 an id that is in use for another request than the one asked for.';

create or replace function public.lock_approval_request(p_request_id uuid)
returns public.approval_requests
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_request public.approval_requests;
begin
    select request.project_id
    into v_project_id
    from public.approval_requests as request
    where request.id = p_request_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such approval request',
            detail = format('approval request %s', p_request_id);
    end if;

    perform public.share_project(v_project_id);

    select *
    into v_request
    from public.approval_requests as request
    where request.id = p_request_id
    for no key update;

    return v_request;
end;
$$;

comment on function public.lock_approval_request is
    'Locks an approval request and returns it as it is now; who votes on it waits for each other.';

create or replace function public.require_open_request(p_request public.approval_requests)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_request.status not in ('pending', 'in_review') then
        raise sqlstate 'BD503'
        using
            message = format('the request is %s and stays so', p_request.status),
            detail = format('approval request %s', p_request.id),
            hint = 'Ask again with a new request.';
    end if;

    if p_request.due_date < clock_timestamp() then
        raise sqlstate 'BD513'
        using
            message = 'the time to decide is over',
            detail = format('approval request %s was due at %s', p_request.id, p_request.due_date),
            hint = 'Ask again with a new request.';
    end if;
end;
$$;

comment on function public.require_open_request is
    'Refuses with BD503 what is decided, cancelled or expired, and with BD513 what is past due.';

create or replace function public.vote_of(p_request public.approval_requests, p_actor_id uuid)
returns public.approval_assignments
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_vote public.approval_assignments;
begin
    if p_actor_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('approval request %s', p_request.id);
    end if;

    select *
    into v_vote
    from public.approval_assignments as vote
    where
        vote.request_id = p_request.id
        and coalesce(vote.delegated_to, vote.approver_id) = p_actor_id;

    if not found then
        raise sqlstate 'BD510'
        using
            message = 'this person has no vote on the request',
            detail = format('user %s, approval request %s', p_actor_id, p_request.id);
    end if;

    return v_vote;
end;
$$;

comment on function public.vote_of is
    'The vote that somebody has on a request, of their own or by delegation; BD510 if none.';

create or replace function public.require_turn(
    p_request public.approval_requests,
    p_vote public.approval_assignments
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_waiting bigint;
begin
    select count(*)
    into v_waiting
    from public.approval_workflows as workflow
    join public.approval_assignments as earlier on earlier.request_id = p_request.id
    where
        workflow.id = p_request.workflow_id
        and workflow.is_sequential
        and earlier.step < p_vote.step
        and earlier.decision is null;

    if v_waiting > 0 then
        raise sqlstate 'BD511'
        using
            message = 'others are asked first',
            detail = format('%s votes of earlier steps are not cast', v_waiting);
    end if;
end;
$$;

comment on function public.require_turn is
    'Refuses with BD511, in a sequential workflow, an answer ahead of those of earlier steps.';

create or replace function public.require_delegable(
    p_request public.approval_requests,
    p_vote public.approval_assignments,
    p_to_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_vote.decision is not null or p_vote.delegated_to is not null then
        raise sqlstate 'BD515'
        using
            message = 'a vote that was cast or passed on is not passed on again',
            detail = format('approval request %s', p_request.id);
    end if;

    if p_to_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_to_id);
    end if;

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request.id
            and p_to_id in (vote.approver_id, vote.delegated_to)
    ) then
        raise sqlstate 'BD515'
        using
            message = 'nobody has two votes on one request',
            detail = format('user %s', p_to_id);
    end if;

    perform public.require_eligible(p_to_id, p_request.project_id, 'approval.decide');
end;
$$;

comment on function public.require_delegable is
    'Refuses with BD515 to pass on a vote that is used, or to somebody who is asked already.';

-- One rejection rejects. As many approvals as the workflow wants approve, with conditions if any of
-- them has some. Short of that the request is in review.

create or replace function public.conclude_approval(p_request public.approval_requests)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_rejections bigint;
    v_conditional bigint;
    v_approvals bigint;
    v_required integer := (
        select workflow.required_approvals
        from public.approval_workflows as workflow
        where workflow.id = p_request.workflow_id
    );
    v_decision public.approval_decision_enum;
begin
    select
        count(*) filter (where vote.decision = 'reject'),
        count(*) filter (where vote.decision = 'approve_with_conditions'),
        count(*) filter (where vote.decision in ('approve', 'approve_with_conditions'))
    into
        v_rejections,
        v_conditional,
        v_approvals
    from public.approval_assignments as vote
    where vote.request_id = p_request.id;

    v_decision := case
        when v_rejections > 0 then 'reject'
        when v_approvals < v_required then null
        when v_conditional > 0 then 'approve_with_conditions'
        else 'approve'
    end;

    if v_decision is not null then
        update public.approval_requests as request
        set
            status = case v_decision
                when 'reject' then 'rejected'
                else 'approved'
            end::public.approval_status_enum,
            final_decision = v_decision
        where request.id = p_request.id;
    elsif p_request.status = 'pending' then
        update public.approval_requests as request
        set status = 'in_review'
        where request.id = p_request.id;
    end if;
end;
$$;

comment on function public.conclude_approval is
    'Decides a locked request if the votes that are cast decide it.';

-- The caller may supply the id of the request, best a uuidv7(): then a call that is repeated, for
-- its answer was lost, finds its own request and opens no second one.

create or replace procedure public.request_approval(
    p_workflow_id uuid,
    p_title text,
    p_description text,
    p_request_type public.approval_request_type_enum,
    p_subject_type text,
    p_subject_id uuid,
    p_approver_ids uuid[],
    p_actor_id uuid,
    p_due_date timestamptz default null,
    inout p_request_id uuid default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_workflow public.approval_workflows;
begin
    v_workflow := public.hold_workflow_active(p_workflow_id);
    perform public.require_permission(p_actor_id, v_workflow.project_id, 'approval.request');
    perform public.require_approvers(v_workflow, p_approver_ids, p_actor_id);

    p_request_id := coalesce(p_request_id, uuidv7());

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
            due_date,
            requested_by
        )
    values
        (
            p_request_id,
            p_workflow_id,
            v_workflow.project_id,
            p_title,
            p_description,
            p_request_type,
            p_subject_type,
            p_subject_id,
            p_due_date,
            p_actor_id
        )
    on conflict (id) do nothing;

    if not found then
        perform public.require_same_request(p_request_id, p_workflow_id, p_subject_id, p_actor_id);
        return;
    end if;

    -- Approvers of a sequential workflow are asked in the order in which they are given.
    insert into public.approval_assignments (id, request_id, approver_id, step)
    select
        uuidv7(),
        p_request_id,
        approver.id,
        case when v_workflow.is_sequential then approver.place else 1 end
    from unnest(p_approver_ids) with ordinality as approver (id, place);

    perform public.record_activity(
        p_actor_id,
        v_workflow.project_id,
        'create',
        'approval.requested',
        'approval_request',
        p_request_id,
        jsonb_build_object('approvers', p_approver_ids)
    );
end;
$$;

comment on procedure public.request_approval is
    'Asks named people for an approval; repeated with the same id, it changes nothing.';

create or replace procedure public.assign_approver(
    p_request_id uuid,
    p_approver_id uuid,
    p_step integer,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
begin
    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.manage');

    if p_approver_id = v_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_approver_id);
    end if;

    perform public.require_eligible(p_approver_id, v_request.project_id, 'approval.decide');

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and coalesce(vote.delegated_to, vote.approver_id) = p_approver_id
    ) then
        return;
    end if;

    insert into public.approval_assignments (id, request_id, approver_id, step)
    values (uuidv7(), p_request_id, p_approver_id, coalesce(p_step, 1));

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.approver_assigned',
        'approval_request',
        p_request_id,
        jsonb_build_object('approver', p_approver_id, 'step', p_step)
    );
end;
$$;

comment on procedure public.assign_approver is
    'Gives one more person a vote on an open request; whoever has one already keeps just that.';

create or replace procedure public.respond_to_approval(
    p_request_id uuid,
    p_decision public.approval_decision_enum,
    p_actor_id uuid,
    p_comments text default null,
    p_conditions text default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments := public.vote_of(v_request, p_actor_id);
begin
    -- The answer that is already there: the call is repeated because its own answer was lost.
    if v_vote.decision = p_decision then
        return;
    end if;

    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.decide');
    perform public.require_turn(v_request, v_vote);

    if p_decision = 'delegate' then
        raise sqlstate 'BD518'
        using
            message = 'delegating is not answering',
            hint = 'public.delegate_approval() passes the vote on.';
    end if;

    if p_decision = 'approve_with_conditions' then
        perform public.require_reason(p_conditions);
    end if;

    update public.approval_assignments as vote
    set
        decision = p_decision,
        decided_at = clock_timestamp()
    where vote.id = v_vote.id;

    insert into public.approval_responses as response
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            conditions,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            p_decision,
            p_comments,
            case p_decision when 'approve_with_conditions' then p_conditions end,
            clock_timestamp()
        )
    on conflict (request_id, approver_id) do update
    set
        decision = excluded.decision,
        comments = excluded.comments,
        conditions = excluded.conditions,
        responded_at = excluded.responded_at;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        case p_decision when 'reject' then 'reject' else 'approve' end::public.activity_type_enum,
        'approval.answered',
        'approval_request',
        p_request_id,
        jsonb_build_object('decision', p_decision)
    );

    perform public.conclude_approval(v_request);
end;
$$;

comment on procedure public.respond_to_approval is
    'Casts or changes a vote on an open request, and decides the request once the votes do.';

create or replace procedure public.delegate_approval(
    p_request_id uuid,
    p_to_id uuid,
    p_actor_id uuid,
    p_comments text default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments;
begin
    -- Passed on already: the call is repeated because its answer was lost.
    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and vote.approver_id = p_actor_id
            and vote.delegated_to = p_to_id
    ) then
        return;
    end if;

    v_vote := public.vote_of(v_request, p_actor_id);
    perform public.require_open_request(v_request);
    perform public.require_delegable(v_request, v_vote, p_to_id);

    update public.approval_assignments as vote
    set delegated_to = p_to_id
    where vote.id = v_vote.id;

    insert into public.approval_responses
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            'delegate',
            p_comments,
            clock_timestamp()
        );

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.delegated',
        'approval_request',
        p_request_id,
        jsonb_build_object('to', p_to_id)
    );
end;
$$;

comment on procedure public.delegate_approval is
    'Passes an uncast vote on to somebody else who may decide: once, and not to the requester.';

create or replace procedure public.cancel_approval(
    p_request_id uuid,
    p_reason text,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_permission text := public.require_transition(
        'approval_requests',
        'cancel',
        v_request.status::text,
        'cancelled'
    );
begin
    -- Whoever asked may take the question back.
    if p_actor_id <> v_request.requested_by then
        perform public.require_permission(p_actor_id, v_request.project_id, v_permission);
    end if;

    perform public.require_reason(p_reason);

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where request.id = p_request_id;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'update',
        'approval.cancelled',
        'approval_request',
        p_request_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;

comment on procedure public.cancel_approval is
    'Takes an open request back, with a reason: its requester may, and who manages approvals.';

-- A job calls this again and again. What somebody is just answering is skipped and comes next time;
-- project and request are locked together and without waiting, so that nobody ever waits for the
-- job in a circle.

create or replace procedure public.expire_approvals(
    p_as_of timestamptz,
    p_limit integer default 1000,
    inout p_expired integer default 0
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    c_system_user constant uuid := '00000000-0000-0000-0000-000000000001';
    v_request record;
begin
    if p_as_of is null or p_as_of > clock_timestamp() then
        raise sqlstate 'BD518'
        using
            message = 'a request does not expire before its time',
            detail = format('asked for as of %s', p_as_of);
    end if;

    p_expired := 0;

    for v_request in
        select
            request.id,
            request.project_id
        from public.approval_requests as request
        join public.projects as project on project.id = request.project_id
        where
            request.status in ('pending', 'in_review')
            and request.due_date < p_as_of
        order by request.due_date, request.id
        limit p_limit
        for share of project skip locked
        for no key update of request skip locked
    loop
        update public.approval_requests as request
        set status = 'expired'
        where request.id = v_request.id;

        perform public.record_activity(
            c_system_user,
            v_request.project_id,
            'update',
            'approval.expired',
            'approval_request',
            v_request.id
        );

        p_expired := p_expired + 1;
    end loop;
end;
$$;

comment on procedure public.expire_approvals is
    'Closes up to p_limit requests due before p_as_of, the oldest first; returns how many.';

-- migrate:down

drop procedure public.expire_approvals;
drop procedure public.cancel_approval;
drop procedure public.delegate_approval;
drop procedure public.respond_to_approval;
drop procedure public.assign_approver;
drop procedure public.request_approval;
drop function public.conclude_approval;
drop function public.require_delegable;
drop function public.require_turn;
drop function public.vote_of;
drop function public.require_open_request;
drop function public.lock_approval_request;
drop function public.require_same_request;
drop function public.require_approvers;
drop function public.hold_workflow_active;
