drop statistics payment_place;
create statistics payment_place (ndistinct) on branch, desk from payment;
analyze payment;
