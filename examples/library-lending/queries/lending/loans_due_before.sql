/*
name: loans_due_before
about: Lists what is due before a day and still out, for the letters that remind of it.
parameters:
    day: date
cases:
    typical: { day: $early_due_date }
index: loans_open_due_on_idx
budget: { buffers: 12 }
target: { p95_ms: 25 }
*/
select
    loans.id,
    loans.due_on,
    members.name,
    members.email
from
    library.loans
    join library.members on members.id = loans.member_id
where loans.returned_on is null and loans.due_on <= :day
order by loans.due_on, loans.id
limit 200;
