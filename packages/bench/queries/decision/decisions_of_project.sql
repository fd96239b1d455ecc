/*
name: decisions_of_project
about: Lists the decisions of a project that hold, the latest first.
parameters:
    project_id: uuid
# Where a project has few, the planner reads all of them by its other index, which costs the same.
cases:
    hot: { project_id: $project_with_most_decisions }
index: architecture_decisions_project_id_status_idx
budget: { buffers: 57 }
grows: linear
target: { p95_ms: 10 }
*/
select
    id,
    title,
    category,
    status,
    decided_at
from architecture_decisions
where project_id = :project_id and status in ('approved', 'implemented')
order by decided_at desc, id;
