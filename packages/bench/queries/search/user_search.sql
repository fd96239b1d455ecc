/*
name: user_search
about: Finds people while their name is being typed, the best match first.
parameters:
    words: text
cases:
    surname: { words: popescu }
    full_name: { words: amélie popes }
index: users_search_vector_idx
budget: { buffers: { surname: 35, full_name: 10 } }
grows: linear
target: { p95_ms: 10 }
*/
select
    users.id,
    users.username,
    users.display_name,
    ts_rank(users.search_vector, search.query) as rank
from
    users
    cross join lateral (
        select (websearch_to_tsquery('simple', :words)::text || ':*')::tsquery
    ) as search (query)
where users.search_vector @@ search.query and users.is_active
order by rank desc, users.id
limit 20;
