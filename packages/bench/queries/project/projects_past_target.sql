/*
name: projects_past_target
about: Lists the running projects of an organisation whose target date has passed, the latest first.
parameters:
    organization_id: uuid
    as_of: date
cases:
    hot: { organization_id: $biggest_organization, as_of: 2026-01-01 }
    typical: { organization_id: $typical_organization, as_of: 2026-01-01 }
index: idx_projects_organization_status
budget: { buffers: 999999 }
target: { p95_ms: 10 }
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
order by
    target_end_date,
    id;
