alter index sale_customer_id_placed_on_idx set (fillfactor = 80, deduplicate_items = off);
