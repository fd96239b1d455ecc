/*
name: requirements_related_to
about: Lists the requirements that name another one as related.
parameters:
    requirement_id: uuid
cases:
    hot: { requirement_id: $most_related_requirement }
    typical: { requirement_id: $typical_related_requirement }
index: requirements_related_requirements_idx
budget: { buffers: { hot: 15, typical: 6 } }
grows: linear
target: { p95_ms: 10 }
*/
select
    id,
    title,
    type,
    status
from requirements
where related_requirements @> array[:requirement_id] and is_current_version
order by title, id;
