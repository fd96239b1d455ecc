create or replace view open_sale as select *, 1 as one from sale where state = 'open';
grant select on open_sale to public;
