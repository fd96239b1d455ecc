-- Approval responses: what each approver answered to a request.

begin;

select plan(33);

select column_is('public', 'approval_responses', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('request_id', 'uuid not null'),
    ('approver_id', 'uuid not null'),
    ('decision', 'approval_decision_enum not null'),
    ('comments', 'text'),
    ('conditions', 'text'),
    ('responded_at', 'timestamp with time zone not null default now()'),
    ('approval_data', $$jsonb not null default '{}'::jsonb$$)
) as documented (column_name, definition);

select constraint_is('public', 'approval_responses', constraint_name, definition)
from (values
    ('approval_responses_pkey', 'PRIMARY KEY (id)'),
    ('approval_responses_request_id_approver_id_key', 'UNIQUE (request_id, approver_id)'),
    (
        'approval_responses_request_id_fkey',
        'FOREIGN KEY (request_id) REFERENCES approval_requests(id) ON DELETE CASCADE'
    ),
    ('approval_responses_approver_id_fkey', 'FOREIGN KEY (approver_id) REFERENCES users(id)')
) as documented (constraint_name, definition);

-- Values.

select throws_constraint(
    format('select tap.an_approval_response(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'approval_responses.' || column_name,
    format('a response without %s is refused', column_name)
)
from unnest(array['id', 'request_id', 'approver_id', 'decision']) as required (column_name);

select throws_ok(
    $$select tap.an_approval_response('{"decision": "unheard of"}')$$,
    '22P02',
    null,
    'a response with an unheard of decision is refused'
);

create temporary table fresh as
select tap.an_approval_response() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new response has a random id')
from fresh;

select is(
    to_jsonb(approval_responses) ->> column_name,
    value,
    format('a new response gets its default %s', column_name)
)
from public.approval_responses
join fresh using (id)
cross join (values
    ('responded_at', to_jsonb(now()) #>> '{}'),
    ('approval_data', '{}')
) as initial (column_name, value);

-- Uniqueness.

select throws_constraint(
    format('select tap.an_approval_response(%L)', jsonb_build_object('id', id)),
    '23505',
    'approval_responses_pkey',
    'no two responses share an id'
)
from fresh;

-- Request and requester are copied when the row is made; a later change is held to them, too.

select throws_constraint(
    format('update public.approval_responses set %s where id = %L', change, id),
    sqlstate,
    rule,
    description
)
from fresh
cross join (values
    (
        'requested_by = null',
        '23502',
        'approval_responses.requested_by',
        'a response is to somebody''s request'
    ),
    (
        'request_id = gen_random_uuid()',
        '23503',
        'approval_responses_request_id_fkey',
        'a response is not moved to an unknown request'
    ),
    (
        'requested_by = tap.a_user()',
        '23503',
        'approval_responses_requested_by_fkey',
        'nobody else is entered as the requester'
    )
) as refused (change, sqlstate, rule, description);

select throws_constraint(
    format('select tap.an_approval_response(%L)', to_jsonb(answered)),
    '23505',
    'approval_responses_request_id_approver_id_key',
    'an approver answers a request only once'
)
from (
    select request_id, approver_id
    from public.approval_responses
    join fresh using (id)
) as answered;

select lives_ok(
    format(
        'select tap.an_approval_response(%L)',
        jsonb_build_object(column_name, to_jsonb(approval_responses) ->> column_name)
    ),
    description
)
from public.approval_responses
join fresh using (id)
cross join (values
    ('request_id', 'a request may be answered by several approvers'),
    ('approver_id', 'an approver may answer several requests')
) as accepted (column_name, description);

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.an_approval_request() as request_id,
    tap.a_user() as approver_id;

select lives_ok(
    format('select tap.an_approval_response(%L)', to_jsonb(given)),
    'an existing user may answer an existing request'
)
from given;

select throws_constraint(
    format(
        'select tap.an_approval_response(%L)',
        jsonb_build_object(column_name, gen_random_uuid())
    ),
    '23503',
    format('approval_responses_%s_fkey', column_name),
    description
)
from (values
    ('request_id', 'nobody answers an unknown request'),
    ('approver_id', 'an unknown user does not answer a request')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', approver_id),
    '23503',
    'approval_responses_approver_id_fkey',
    'whoever answered a request may not be deleted'
)
from given;

select lives_ok(
    format('delete from public.approval_requests where id = %L', request_id),
    'a request may be deleted while it has responses'
)
from given;

select is_empty(
    format('select id from public.approval_responses where id = %L', id),
    'deleting a request deletes its responses'
)
from given;

select * from finish();

rollback;
