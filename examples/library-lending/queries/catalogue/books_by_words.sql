/*
name: books_by_words
about: Finds books by words of title and author, the best match first.
parameters:
    words: text
cases:
    rare: { words: $rarest_word }
    unheard_of: { words: qwyjibo }
index: books_search_vector_idx
budget: { buffers: { rare: 8, unheard_of: 4 } }
target: { p95_ms: 25 }
empty: unheard_of
*/
select
    id,
    title,
    author
from library.books
where search_vector @@ plainto_tsquery('simple', :words)
order by ts_rank(search_vector, plainto_tsquery('simple', :words)) desc, id
limit 20;
