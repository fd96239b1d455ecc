/*
name: active_workflow
about: Finds the workflow that approves one kind of thing in a project.
parameters:
    project_id: uuid
    workflow_type: approval_type_enum
# The index does not know the project: it finds the workflows of this type in all projects.
cases:
    typical: { project_id: $project_with_workflow, workflow_type: architecture_approval }
index: approval_workflows_project_id_workflow_type_idx
budget: { buffers: 30 }
grows: log
target: { p95_ms: 10 }
*/
select
    id,
    required_approvals
from approval_workflows
where project_id = :project_id and workflow_type = :workflow_type and is_active = true;
