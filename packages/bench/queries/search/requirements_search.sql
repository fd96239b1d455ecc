/*
name: requirements_search
about: Finds the current requirements of an organisation that have all the words, best match first.
parameters:
    organization_id: uuid
    words: text
# Only words that few requirements have are found through the index, as with tasks.
cases:
    rare: { organization_id: $biggest_organization, words: vector clocks }
index: requirements_search_vector_idx
budget: { buffers: 23 }
grows: linear
target: { p95_ms: 25 }
*/
select
    requirements.id,
    requirements.title,
    ts_rank(requirements.search_vector, search.query) as rank
from
    requirements
    join projects on projects.id = requirements.project_id
    cross join websearch_to_tsquery('english', :words) as search (query)
where
    requirements.search_vector @@ search.query
    and requirements.is_current_version
    and projects.organization_id = :organization_id
order by rank desc, requirements.id
limit 20;
