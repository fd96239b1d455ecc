alter index sale_open_idx rename to sale_waiting_idx;
