/*
name: tasks_search_in_project
about: Finds the tasks of a project whose title or description has all the words, the best match first.
parameters:
    project_id: uuid
    words: text
cases:
    rare: { project_id: $biggest_project, words: vector clocks }
index: idx_tasks_search_vector
budget: { buffers: 999999 }
target: { p95_ms: 25 }
*/
select
    tasks.id,
    tasks.title,
    ts_rank(tasks.search_vector, search.query) as rank
from tasks
cross join websearch_to_tsquery('english', :words) as search (query)
where
    tasks.search_vector @@ search.query
    and tasks.project_id = :project_id
order by
    rank desc,
    tasks.id
limit 20;
