drop index sale_customer_id_placed_on_idx;
create index sale_customer_id_placed_on_idx on sale (placed_on, customer_id);
