/*
name: tasks_search_in_org
about: Finds the tasks of an organisation that have all the words, the best match first.
parameters:
    organization_id: uuid
    words: text
# Only words that few tasks have are found through the index; for frequent ones the planner reads
# the tasks of each project.
cases:
    rare: { organization_id: $biggest_organization, words: vector clocks }
index: idx_tasks_search_vector
budget: { buffers: 110 }
grows: linear
target: { p95_ms: 50 }
*/
select
    tasks.id,
    tasks.title,
    ts_rank(tasks.search_vector, search.query) as rank
from
    tasks
    join projects on projects.id = tasks.project_id
    cross join websearch_to_tsquery('english', :words) as search (query)
where tasks.search_vector @@ search.query and projects.organization_id = :organization_id
order by rank desc, tasks.id
limit 20;
