alter table payment alter column method set statistics 1;
analyze payment;
