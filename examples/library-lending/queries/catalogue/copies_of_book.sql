/*
name: copies_of_book
about: Shows the copies of a book, where they belong and which of them are lent.
parameters:
    book_id: integer
cases:
    hot: { book_id: $most_copied_book }
index: [copies_pkey, loans_one_member_at_a_time_excl]
budget: { buffers: 24 }
target: { p95_ms: 10 }
*/
select
    copies.copy_number,
    copies.condition,
    branches.name as branch,
    loans.id is not null as is_lent
from
    library.copies
    join library.branches on branches.id = copies.branch_id
    -- A copy is with one member at a time, so this joins one loan at most.
    left join library.loans
        on loans.book_id = copies.book_id
        and loans.copy_number = copies.copy_number
        and loans.returned_on is null
where copies.book_id = :book_id
order by copies.copy_number;
