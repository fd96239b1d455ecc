alter table sale alter constraint sale_customer_id_fkey deferrable;
