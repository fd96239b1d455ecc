-- Who must approve a request, in which step, and who stands in. The requester's name is copied
-- into answers and assignments, where a check can see it: nobody approves their own request,
-- however many sessions try at once.

-- migrate:up

alter table public.approval_requests
add constraint approval_requests_requested_by_id_key
    unique using index approval_requests_requested_by_id_key;
comment on constraint approval_requests_requested_by_id_key on public.approval_requests is
    'Lets answers and assignments refer to a request together with its requester.';

create or replace function public.fill_requested_by()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    select request.requested_by
    into new.requested_by
    from public.approval_requests as request
    where request.id = new.request_id;

    -- Without this, a request that is not there would be reported as a missing requested_by.
    if new.request_id is not null and not found then
        raise foreign_key_violation
        using
            message = format('there is no approval request %s', new.request_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = tg_table_name || '_request_id_fkey';
    end if;

    return new;
end;
$$;

comment on function public.fill_requested_by is
    'Row trigger: copies the requester of request_id into requested_by, whatever was given.';

create table public.approval_assignments (
    id uuid default gen_random_uuid(),
    request_id uuid not null,
    requested_by uuid not null,
    -- Who, and when in the sequence
    approver_id uuid not null,
    step integer not null default 1,
    -- Delegation
    delegated_to uuid,
    delegated_at timestamptz,
    -- Outcome
    decision public.approval_decision_enum,
    decided_at timestamptz,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    -- Constraints
    constraint approval_assignments_pkey primary key (id),
    constraint approval_assignments_request_id_approver_id_key unique (request_id, approver_id),
    constraint approval_assignments_request_id_fkey
        foreign key (request_id) references public.approval_requests (id)
            on delete cascade,
    constraint approval_assignments_requested_by_fkey
        foreign key (request_id, requested_by) references public.approval_requests (
            id,
            requested_by
        )
            on update cascade
            on delete cascade,
    constraint approval_assignments_approver_id_fkey
        foreign key (approver_id) references public.users (id),
    constraint approval_assignments_delegated_to_fkey
        foreign key (delegated_to) references public.users (id),
    constraint approval_assignments_no_self_approval_check
        check (approver_id <> requested_by and delegated_to is distinct from requested_by),
    constraint approval_assignments_step_is_positive_check check (step >= 1),
    constraint approval_assignments_no_delegation_to_self_check check (delegated_to <> approver_id),
    constraint approval_assignments_delegation_has_time_check
        check ((delegated_to is null) = (delegated_at is null)),
    constraint approval_assignments_decision_has_time_check
        check ((decision is null) = (decided_at is null)),
    constraint approval_assignments_decision_is_a_vote_check check (decision <> 'delegate')
);

comment on table public.approval_assignments is
    'Who has to answer an approval request, one row a vote; the answer''s words are a response.';
comment on column public.approval_assignments.id is
    'Names the vote in the audit log; it stays when the vote is delegated.';
comment on column public.approval_assignments.request_id is
    'Request to be decided; deleting it deletes its assignments.';
comment on column public.approval_assignments.requested_by is
    'The request''s requester, copied by trigger and kept equal by a foreign key.';
comment on column public.approval_assignments.approver_id is
    'User whose vote it is; named once a request, whatever the step.';
comment on column public.approval_assignments.step is
    'Place in the sequence from 1: in a sequential workflow a step waits for all lower ones.';
comment on column public.approval_assignments.delegated_to is
    'User who votes instead; null while the approver does.';
comment on column public.approval_assignments.delegated_at is
    'When the vote was passed on; null like delegated_to.';
comment on column public.approval_assignments.decision is
    'The vote, by the approver or who votes instead; null until it is cast.';
comment on column public.approval_assignments.decided_at is
    'When the vote was cast; null like decision.';
comment on column public.approval_assignments.created_at is 'When the approver was named.';
comment on column public.approval_assignments.updated_at is
    'When any column last changed; set by trigger.';
comment on constraint approval_assignments_requested_by_fkey on public.approval_assignments is
    'Keeps the copy equal to the original, also when the original changes.';
comment on constraint approval_assignments_no_self_approval_check on public.approval_assignments is
    'Nobody approves their own request, neither as approver nor instead of one.';
comment on constraint approval_assignments_step_is_positive_check on public.approval_assignments is
    'Steps count from 1.';
comment on constraint approval_assignments_no_delegation_to_self_check on public.approval_assignments is
    'Who votes instead is somebody else.';
comment on constraint approval_assignments_delegation_has_time_check on public.approval_assignments is
    'A delegated vote has a time of delegation, and no other has.';
comment on constraint approval_assignments_decision_has_time_check on public.approval_assignments is
    'A cast vote has a time, and no other has.';
comment on constraint approval_assignments_decision_is_a_vote_check on public.approval_assignments is
    'Delegating is not voting: it fills delegated_to.';

create unique index approval_assignments_one_vote_a_person_key on public.approval_assignments (
    request_id,
    coalesce(delegated_to, approver_id)
);
comment on index public.approval_assignments_one_vote_a_person_key is
    'Whoever has a vote of their own gets no second one by delegation.';

create index approval_assignments_approver_id_idx on public.approval_assignments (
    approver_id,
    decided_at
);
comment on index public.approval_assignments_approver_id_idx is
    'Serves approvals_waiting_for_me, and finds the assignments of a user to be deleted.';

create index approval_assignments_delegated_to_idx on public.approval_assignments (
    delegated_to,
    decided_at
)
where delegated_to is not null;
comment on index public.approval_assignments_delegated_to_idx is
    'Serves approvals_waiting_for_me: votes passed on to me.';

create trigger _100_set_updated_at
before update on public.approval_assignments
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.approval_assignments is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _300_fill_requested_by
before insert on public.approval_assignments
for each row
execute function public.fill_requested_by();
comment on trigger _300_fill_requested_by on public.approval_assignments is
    'Copies the requester of the request, so that a check can keep requester and approver apart.';

-- Answers: the same rule.

alter table public.approval_responses add column requested_by uuid;
comment on column public.approval_responses.requested_by is
    'The request''s requester, copied by trigger and kept equal by a foreign key.';

create trigger _300_fill_requested_by
before insert on public.approval_responses
for each row
execute function public.fill_requested_by();
comment on trigger _300_fill_requested_by on public.approval_responses is
    'Copies the requester of the request, so that a check can keep requester and approver apart.';

-- Nobody edited these rows: their updated_at stays.
alter table public.approval_responses disable trigger _100_set_updated_at;

update public.approval_responses as response
set requested_by = request.requested_by
from public.approval_requests as request
where request.id = response.request_id and response.requested_by is null;

alter table public.approval_responses enable trigger _100_set_updated_at;

alter table public.approval_responses
alter column requested_by set not null,
add constraint approval_responses_requested_by_fkey
    foreign key (request_id, requested_by) references public.approval_requests (id, requested_by)
        on update cascade
        on delete cascade,
add constraint approval_responses_no_self_approval_check
    check (approver_id <> requested_by) not valid;
comment on constraint approval_responses_requested_by_fkey on public.approval_responses is
    'Keeps the copy equal to the original, also when the original changes.';
comment on constraint approval_responses_no_self_approval_check on public.approval_responses is
    'Nobody approves their own request.';

-- migrate:down

drop trigger _300_fill_requested_by on public.approval_responses;
alter table public.approval_responses drop column requested_by;
drop table public.approval_assignments;
drop function public.fill_requested_by();

alter table public.approval_requests drop constraint approval_requests_requested_by_id_key;
-- Dropping the constraint dropped the index that an earlier migration made.
create unique index approval_requests_requested_by_id_key on public.approval_requests (
    requested_by,
    id
);
