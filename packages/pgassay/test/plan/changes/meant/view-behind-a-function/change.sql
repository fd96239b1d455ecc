create or replace view open_sale as select * from sale where state = 'open' and note is null;
