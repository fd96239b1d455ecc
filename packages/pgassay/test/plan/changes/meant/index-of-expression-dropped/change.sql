drop index customer_lower_idx;
