/*
name: workload
about: Sums up the open work of each person in a project, the most loaded first.
parameters:
    project_id: uuid
cases:
    hot: { project_id: $biggest_project }
    typical: { project_id: $typical_project }
index: idx_tasks_incomplete
budget: { buffers: { hot: 4300, typical: 21 } }
grows: linear
target: { p95_ms: 50 }
*/
select
    assigned_to,
    count(*) as open,
    sum(estimated_hours) as hours
from tasks
where project_id = :project_id and status in ('pending', 'in_progress', 'blocked')
group by assigned_to
order by hours desc nulls last, assigned_to;
