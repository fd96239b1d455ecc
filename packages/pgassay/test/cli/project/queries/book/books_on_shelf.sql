/*
name: books_on_shelf
about: Lists the books on a shelf.
parameters:
    shelf_id: integer
cases:
    typical: { shelf_id: 3 }
index: book_shelf_id_idx
budget: { buffers: 8 }
target: { p95_ms: 50 }
*/
select
    id,
    title
from book
where shelf_id = :shelf_id
order by id;
