alter table sale rename constraint sale_customer_id_fkey to sale_buyer_fkey;
