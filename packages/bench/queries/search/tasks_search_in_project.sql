/*
name: tasks_search_in_project
about: Finds the tasks of a project that have all the words, the best match first.
parameters:
    project_id: uuid
    words: text
# Only words that few tasks have are found through the index; for frequent ones, and in small
# projects, the planner reads the tasks of the project.
cases:
    rare: { project_id: $biggest_project, words: vector clocks }
index: idx_tasks_search_vector
budget: { buffers: 32 }
grows: linear
target: { p95_ms: 50 }
*/
select
    tasks.id,
    tasks.title,
    ts_rank(tasks.search_vector, search.query) as rank
from
    tasks
    cross join websearch_to_tsquery('english', :words) as search (query)
where tasks.search_vector @@ search.query and tasks.project_id = :project_id
order by rank desc, tasks.id
limit 20;
