-- Approval assignments: who has a vote on a request, and that nobody votes on their own.

begin;

select plan(48);

select column_is('public', 'approval_assignments', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('request_id', 'uuid not null'),
    ('requested_by', 'uuid not null'),
    ('approver_id', 'uuid not null'),
    ('step', 'integer not null default 1'),
    ('delegated_to', 'uuid'),
    ('delegated_at', 'timestamp with time zone'),
    ('decision', 'approval_decision_enum'),
    ('decided_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as written (column_name, definition);

select constraint_is('public', 'approval_assignments', constraint_name, definition)
from (values
    ('approval_assignments_pkey', 'PRIMARY KEY (id)'),
    ('approval_assignments_request_id_approver_id_key', 'UNIQUE (request_id, approver_id)'),
    (
        'approval_assignments_request_id_fkey',
        'FOREIGN KEY (request_id) REFERENCES approval_requests(id) ON DELETE CASCADE'
    ),
    (
        'approval_assignments_requested_by_fkey',
        'FOREIGN KEY (request_id, requested_by) REFERENCES approval_requests(id, requested_by) '
        'ON UPDATE CASCADE ON DELETE CASCADE'
    ),
    ('approval_assignments_approver_id_fkey', 'FOREIGN KEY (approver_id) REFERENCES users(id)'),
    ('approval_assignments_delegated_to_fkey', 'FOREIGN KEY (delegated_to) REFERENCES users(id)')
) as written (constraint_name, definition);

select index_is(
    'public',
    'approval_assignments',
    'approval_assignments_one_vote_a_person_key',
    'unique btree (request_id, COALESCE(delegated_to, approver_id))'
);

select throws_constraint(
    format('select tap.an_approval_assignment(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'approval_assignments.' || column_name,
    format('an assignment without %s is refused', column_name)
)
from unnest(array['id', 'approver_id', 'step', 'created_at', 'updated_at'])
    as required (column_name);

create temporary table request as
select
    made.id,
    stored.requested_by,
    tap.a_user() as approver_id,
    tap.a_user() as deputy_id
from tap.an_approval_request() as made (id)
cross join lateral (select tap.a_user() as requested_by) as stored;

update public.approval_requests as stored
set requested_by = request.requested_by
from request
where stored.id = request.id;

select throws_constraint(
    format('select tap.%I(%L)', builder, jsonb_build_object('request_id', id) || attempt),
    sqlstate,
    constraint_name,
    description
)
from request
cross join lateral (values
    (
        'an_approval_assignment',
        jsonb_build_object('approver_id', requested_by),
        '23514',
        'approval_assignments_no_self_approval_check',
        'nobody is given a vote on their own request'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('approver_id', requested_by, 'requested_by', deputy_id),
        '23514',
        'approval_assignments_no_self_approval_check',
        'naming another requester does not help'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('delegated_to', requested_by),
        '23514',
        'approval_assignments_no_self_approval_check',
        'no vote is passed on to the requester'
    ),
    (
        'an_approval_response',
        jsonb_build_object('approver_id', requested_by),
        '23514',
        'approval_responses_no_self_approval_check',
        'nobody answers their own request'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('approver_id', approver_id, 'delegated_to', approver_id),
        '23514',
        'approval_assignments_no_delegation_to_self_check',
        'nobody passes a vote on to themselves'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('approver_id', gen_random_uuid()),
        '23503',
        'approval_assignments_approver_id_fkey',
        'an unknown user gets no vote'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('delegated_to', gen_random_uuid()),
        '23503',
        'approval_assignments_delegated_to_fkey',
        'no vote is passed on to an unknown user'
    ),
    (
        'an_approval_assignment',
        jsonb_build_object('request_id', gen_random_uuid()),
        '23503',
        'approval_assignments_request_id_fkey',
        'nobody gets a vote on an unknown request'
    )
) as refused (builder, attempt, sqlstate, constraint_name, description);

create temporary table vote as
select
    request.*,
    tap.an_approval_assignment(
        jsonb_build_object('request_id', id, 'approver_id', approver_id)
    ) as vote_id
from request;

select throws_constraint(
    format(
        'select tap.an_approval_assignment(%L)',
        jsonb_build_object('request_id', id) || attempt
    ),
    '23505',
    constraint_name,
    description
)
from vote
cross join lateral (values
    (
        jsonb_build_object('approver_id', approver_id, 'step', 2),
        'approval_assignments_request_id_approver_id_key',
        'an approver has one vote a request, whatever the step'
    ),
    (
        jsonb_build_object('delegated_to', approver_id),
        'approval_assignments_one_vote_a_person_key',
        'an approver gets no second vote by delegation'
    ),
    (
        jsonb_build_object('id', vote_id),
        'approval_assignments_pkey',
        'no two assignments share an id'
    )
) as refused (attempt, constraint_name, description);

-- Request and requester are copied when the row is made; a later change is held to them, too.

select throws_constraint(
    format('update public.approval_assignments set %s where id = %L', change, vote_id),
    sqlstate,
    rule,
    description
)
from vote
cross join lateral (values
    ('request_id = null', '23502', 'approval_assignments.request_id', 'a vote is on a request'),
    (
        'requested_by = null',
        '23502',
        'approval_assignments.requested_by',
        'a vote is on somebody''s request'
    ),
    (
        'request_id = gen_random_uuid()',
        '23503',
        'approval_assignments_request_id_fkey',
        'a vote is not moved to an unknown request'
    ),
    (
        format('requested_by = %L', deputy_id),
        '23503',
        'approval_assignments_requested_by_fkey',
        'nobody else is entered as the requester'
    )
) as refused (change, sqlstate, rule, description);

select lives_ok(
    format(
        'update public.approval_assignments set delegated_to = %L where id = %L',
        deputy_id,
        vote_id
    ),
    'an approver passes the vote on'
)
from vote;

select isnt(delegated_at, null, 'the time of delegation is noted')
from public.approval_assignments
where id = (select vote_id from vote);

select lives_ok(
    format(
        'update public.approval_assignments set decision = ''approve'' where id = %L',
        vote_id
    ),
    'a vote is cast'
)
from vote;

select isnt(decided_at, null, 'the time of the vote is noted')
from public.approval_assignments
where id = (select vote_id from vote);

-- The requester changes.

select throws_constraint(
    format(
        'update public.approval_requests set requested_by = %L where id = %L',
        new_requester,
        id
    ),
    '23514',
    'approval_assignments_no_self_approval_check',
    description
)
from vote
cross join lateral (values
    (approver_id, 'an approver does not become the requester'),
    (deputy_id, 'who votes instead does not become the requester')
) as refused (new_requester, description);

select lives_ok(
    format(
        'update public.approval_requests set requested_by = tap.a_user() where id = %L',
        id
    ),
    'somebody else may become the requester'
)
from vote;

select is(
    assignment.requested_by,
    request.requested_by,
    'the copy of the requester follows'
)
from vote
join public.approval_assignments as assignment on assignment.id = vote.vote_id
join public.approval_requests as request on request.id = vote.id;

select lives_ok(
    format('delete from public.approval_requests where id = %L', id),
    'a request may be deleted while there are votes on it'
)
from vote;

select is_empty(
    format('select id from public.approval_assignments where id = %L', vote_id),
    'deleting a request deletes the votes on it'
)
from vote;

select * from finish();

rollback;
