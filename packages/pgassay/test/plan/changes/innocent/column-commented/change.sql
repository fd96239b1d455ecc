comment on column sale.customer_id is 'who bought';
comment on index sale_customer_id_placed_on_idx is 'serves the history';
