/*
name: current_requirements
about: Lists the current requirements of a project of one type and state.
parameters:
    project_id: uuid
    type: requirement_type_enum
    status: requirement_status_enum
cases:
    hot: { project_id: $project_with_most_requirements, type: functional, status: approved }
    typical: { project_id: $project_with_some_requirements, type: functional, status: approved }
index: idx_requirements_current_version
budget: { buffers: { hot: 88, typical: 7 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    title
from requirements
where project_id = :project_id and is_current_version = true and type = :type and status = :status
order by title, id;
