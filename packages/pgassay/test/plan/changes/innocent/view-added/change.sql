create view late_sale as select * from sale where state = 'late';
