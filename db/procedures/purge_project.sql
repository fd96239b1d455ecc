-- Children go first although cascades would take them along: while the parents are there, each
-- audit entry still finds the project and the organization it belongs to.

create or replace procedure public.purge_project(p_project_id uuid, p_reason text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects;
begin
    select * into v_project from public.projects where id = p_project_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no project %s to purge', p_project_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'project.purged',
        p_reason,
        'projects',
        v_project.id,
        v_project.id,
        v_project.organization_id
    );

    delete from public.approval_assignments as assigned
    using public.approval_requests as req
    where req.id = assigned.request_id and req.project_id = p_project_id;

    delete from public.approval_responses as response
    using public.approval_requests as req
    where req.id = response.request_id and req.project_id = p_project_id;

    delete from public.approval_requests where project_id = p_project_id;
    delete from public.approval_workflows where project_id = p_project_id;

    delete from public.session_participants as participant
    using public.collaboration_sessions as ses
    where ses.id = participant.session_id and ses.project_id = p_project_id;

    delete from public.collaboration_sessions where project_id = p_project_id;
    delete from public.task_dependencies where project_id = p_project_id;
    delete from public.tasks where project_id = p_project_id;
    delete from public.requirements where project_id = p_project_id;
    delete from public.architecture_decisions where project_id = p_project_id;
    delete from public.project_risks where project_id = p_project_id;
    delete from public.project_analytics where project_id = p_project_id;
    delete from public.user_activities where project_id = p_project_id;
    delete from public.projects where id = p_project_id;
end;
$$;

comment on procedure public.purge_project is
    'Deletes a project and all that belongs to it for good; the audit log keeps every row and why.';
