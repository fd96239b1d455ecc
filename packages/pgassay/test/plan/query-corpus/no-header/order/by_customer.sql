select id
from orders
where customer_id = :customer_id;
