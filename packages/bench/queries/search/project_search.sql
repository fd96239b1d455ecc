/*
name: project_search
about: Finds the projects whose name or description has all the words, the best match first.
parameters:
    words: text
cases:
    frequent: { words: portal }
    rare: { words: nordics }
index: idx_projects_search_vector
budget: { buffers: 999999 }
target: { p95_ms: 25 }
*/
select
    projects.id,
    projects.name,
    ts_rank(projects.search_vector, search.query) as rank
from projects
cross join websearch_to_tsquery('english', :words) as search (query)
where projects.search_vector @@ search.query
order by
    rank desc,
    projects.id
limit 20;
