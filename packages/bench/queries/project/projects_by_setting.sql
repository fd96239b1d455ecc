/*
name: projects_by_setting
about: Finds the projects that are configured in a given way.
parameters:
    settings: jsonb
cases:
    typical: { settings: '{"methodology": "scrum", "theme": "t3"}' }
index: idx_projects_settings
budget: { buffers: 999999 }
target: { p95_ms: 10 }
*/
select
    id,
    name
from projects
where settings @> :settings;
