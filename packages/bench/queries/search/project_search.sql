/*
name: project_search
about: Finds the projects whose name or description has all the words, the best match first.
parameters:
    words: text
# A word that half of the projects have is found without the index: projects fill few blocks.
cases:
    common: { words: contract }
    rare: { words: quorum }
index: idx_projects_search_vector
budget: { buffers: { common: 32, rare: 12 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    projects.id,
    projects.name,
    ts_rank(projects.search_vector, search.query) as rank
from
    projects
    cross join websearch_to_tsquery('english', :words) as search (query)
where projects.search_vector @@ search.query
order by rank desc, projects.id
limit 20;
