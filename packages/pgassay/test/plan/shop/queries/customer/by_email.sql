/*
name: by_email
about: A customer by address, a constant in the statement equal to the parameter.
parameters:
    email: text
    country: text
cases:
    same: { email: customer7@example.com, country: de }
    other: { email: customer8@example.com, country: at }
index: customer_email_idx
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select id
from customer
where
    email = :email
    and (country = :country or country = 'de');
