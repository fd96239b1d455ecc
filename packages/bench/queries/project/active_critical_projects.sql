/*
name: active_critical_projects
about: Lists the critical projects of all organisations that are being planned or carried out.
cases:
    all: {}
index: idx_projects_status_priority
budget: { buffers: 17 }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    name,
    status
from projects
where status in ('planning', 'execution') and priority = 'critical';
