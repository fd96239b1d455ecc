select sale.id from sale where sale.customer_id = 17;
