/*
name: org_dashboard
about: Counts the tasks of each project of an organisation by state.
parameters:
    organization_id: uuid
cases:
    large: { organization_id: $large_organization }
    typical: { organization_id: $typical_organization }
index:
    - idx_projects_organization_status
    - idx_tasks_project_status
budget: { buffers: { large: 120, typical: 30 } }
grows: linear
target: { p95_ms: 50 }
*/
select
    tasks.project_id,
    count(*) as total,
    count(*) filter (where tasks.status in ('completed', 'approved')) as done,
    count(*) filter (where tasks.status = 'blocked') as blocked
from
    tasks
    join projects on projects.id = tasks.project_id
where projects.organization_id = :organization_id
group by tasks.project_id;
