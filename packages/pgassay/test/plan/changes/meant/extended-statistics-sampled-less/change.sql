alter statistics payment_place set statistics 1;
analyze payment;
