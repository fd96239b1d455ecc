/*
name: org_projects_by_status
about: Lists the projects of an organisation that are in one phase, the most urgent first.
parameters:
    organization_id: uuid
    status: project_status_enum
cases:
    hot: { organization_id: $biggest_organization, status: execution }
    typical: { organization_id: $typical_organization, status: execution }
index: idx_projects_organization_status
budget: { buffers: { hot: 36, typical: 6 } }
grows: linear
target: { p95_ms: 10 }
*/
select
    id,
    name,
    priority
from projects
where organization_id = :organization_id and status = :status
order by priority desc, id;
