-- Builders of approval: the workflow, the request it governs and the response to it.

create or replace function tap.an_approval_workflow(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.approval_workflows',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'name', 'Release of a chart',
            'workflow_type', 'release_approval',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.an_approval_workflow(jsonb) is
'Adds an approval workflow and returns its id.';

create or replace function tap.an_approval_request(p_values jsonb default '{}')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
    v_project_id uuid := tap.a_project();
begin
    return tap.insert_row(
        'public.approval_requests',
        pg_catalog.jsonb_build_object(
            'workflow_id', tap.an_approval_workflow(
                pg_catalog.jsonb_build_object('project_id', v_project_id)
            ),
            'project_id', v_project_id,
            'title', 'May the harbour sheet go to print?',
            'description', 'The harbour sheet is drawn and checked.',
            'request_type', 'deployment',
            'subject_type', 'task',
            'subject_id', tap.a_task(
                pg_catalog.jsonb_build_object('project_id', v_project_id)
            ),
            'requested_by', tap.a_user()
        ) || p_values
    );
end;
$$;

comment on function tap.an_approval_request(jsonb) is
'Adds a request to approve a task, in the project of its workflow, and returns its id.';

create or replace function tap.an_approval_response(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.approval_responses',
        pg_catalog.jsonb_build_object(
            'request_id', tap.an_approval_request(),
            'approver_id', tap.a_user(),
            'decision', 'approve'
        ) || p_values
    );
$$;

comment on function tap.an_approval_response(jsonb) is
'Adds the response of somebody else than the requester and returns its id.';

create or replace function tap.an_approval_assignment(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.approval_assignments',
        pg_catalog.jsonb_build_object(
            'request_id', tap.an_approval_request(),
            'approver_id', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.an_approval_assignment(jsonb) is
'Gives somebody else than the requester a vote on a new request and returns the id of the
assignment.';
