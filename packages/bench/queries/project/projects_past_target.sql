/*
name: projects_past_target
about: Lists the running projects of an organisation that are past their target date.
parameters:
    organization_id: uuid
    as_of: date
cases:
    hot: { organization_id: $biggest_organization, as_of: 2026-01-01 }
    typical: { organization_id: $organization_with_late_project, as_of: 2026-01-01 }
index: idx_projects_organization_status
budget: { buffers: { hot: 42, typical: 11 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    name,
    target_end_date
from projects
where
    organization_id = :organization_id
    and status not in ('completed', 'cancelled')
    and target_end_date < :as_of
order by target_end_date, id;
