-- Rows that should not be.
select * from ledger.account where parent_number = number limit 3;
select * from payment where total <> net + tax;
select 1 having (select count(distinct state) from payment) < 5;
select 1 having (select count(*) from payment where captured_at is not null) = 0;
-- The sequences go on behind the rows.
select 1 where nextval('payment_id_seq') <= (select max(id) from payment);
