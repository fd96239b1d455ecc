select country from customer where id between 10 and 500;
