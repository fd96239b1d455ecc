update pg_index set indisvalid = false where indexrelid = 'sale_customer_id_placed_on_idx'::regclass;
