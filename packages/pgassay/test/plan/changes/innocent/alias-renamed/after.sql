select bought.id, buyer.email from sale as bought join customer as buyer on buyer.id = bought.customer_id where bought.id < 20;
