/*
name: loans_of_member
about: Shows a member what he has and had, the newest loan first.
parameters:
    member_id: integer
cases:
    hot: { member_id: $keenest_member }
    typical: { member_id: $typical_member }
index: loans_member_id_lent_on_idx
budget: { buffers: { hot: 70, typical: 16 } }
target: { p95_ms: 10 }
*/
with
    latest as (
        select *
        from library.loans
        where member_id = :member_id
        order by lent_on desc, id desc
        limit 50
    )
select
    latest.id,
    books.title,
    latest.lent_on,
    latest.due_on,
    latest.returned_on
from
    latest
    join library.books on books.id = latest.book_id
order by latest.lent_on desc, latest.id desc;
