-- Measured with 11,692 requests: 576 blocks for one person, 3,869 by the index of all requests.

-- migrate:up

comment on index public.approval_requests_project_id_due_date_idx is
    'Serves approvals_waiting_for_me: the pending requests of a project, the most urgent first.';

-- migrate:down

comment on index public.approval_requests_project_id_due_date_idx is null;
