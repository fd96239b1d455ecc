/*
name: projects_by_setting
about: Finds the projects that are configured in a given way.
parameters:
    settings: jsonb
cases:
    typical: { settings: '{"methodology": "scrum", "sprint_days": 21}' }
index: idx_projects_settings
budget: { buffers: 29 }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    name
from projects
where settings @> :settings;
