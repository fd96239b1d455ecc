alter table sale enable row level security;
create policy sale_own on sale using (customer_id = 17);
