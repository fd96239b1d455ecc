alter table sale enable row level security;
create policy sale_own on sale using (customer_id = 17);
alter table sale set (autovacuum_enabled = off);
update sale set state = 'open';
vacuum full sale;
analyze sale;
