/*
name: books_of_subject
about: Lists the books of one class, newest first.
parameters:
    subject_code: text
cases:
    hot: { subject_code: $widest_subject }
index: books_subject_code_idx
budget: { buffers: 8 }
target: { p95_ms: 25 }
*/
select
    id,
    title,
    author,
    published_year
from library.books
where subject_code = :subject_code
order by published_year desc nulls last, id
limit 50;
