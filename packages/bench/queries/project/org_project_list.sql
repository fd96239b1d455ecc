/*
name: org_project_list
about: Pages through the unfinished projects of an organisation, the last changed first.
parameters:
    organization_id: uuid
    before_time: timestamptz
    before_id: uuid
cases:
    hot:
        organization_id: $biggest_organization
        before_time: 2025-12-22T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
    typical:
        organization_id: $typical_organization
        before_time: 2025-12-22T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
index: idx_projects_organization_status
budget: { buffers: { hot: 42, typical: 10 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    name,
    status,
    priority,
    updated_at
from projects
where
    organization_id = :organization_id
    and status <> 'completed'
    and (updated_at, id) < (:before_time, :before_id)
order by updated_at desc, id desc
limit 25;
