alter table sale alter column customer_id set (n_distinct = -1);
analyze sale;
