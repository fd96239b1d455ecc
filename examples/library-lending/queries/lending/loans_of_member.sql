/*
name: loans_of_member
about: Shows a member what he has and had, the newest loan first.
parameters:
    member_id: integer
cases:
    hot: { member_id: $keenest_member }
    typical: { member_id: $typical_member }
index: loans_member_id_lent_on_idx
budget: { buffers: 250 }
target: { p95_ms: 10 }
*/
select
    loans.id,
    books.title,
    loans.lent_on,
    loans.due_on,
    loans.returned_on
from
    library.loans
    join library.books on books.id = loans.book_id
where loans.member_id = :member_id
order by loans.lent_on desc, loans.id desc
limit 50;
