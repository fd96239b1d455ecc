/*
name: decisions_search
about: Finds the decisions of an organisation that have all the words, the best match first.
parameters:
    organization_id: uuid
    words: text
# Only words that few decisions have are found through the index, as with tasks.
cases:
    rare: { organization_id: $biggest_organization, words: barcode scanner }
index: architecture_decisions_search_vector_idx
budget: { buffers: 260 }
grows: linear
target: { p95_ms: 25 }
*/
select
    architecture_decisions.id,
    architecture_decisions.title,
    ts_rank(architecture_decisions.search_vector, search.query) as rank
from
    architecture_decisions
    join projects on projects.id = architecture_decisions.project_id
    cross join websearch_to_tsquery('english', :words) as search (query)
where
    architecture_decisions.search_vector @@ search.query
    and projects.organization_id = :organization_id
order by rank desc, architecture_decisions.id
limit 20;
