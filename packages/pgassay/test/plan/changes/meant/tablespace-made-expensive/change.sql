-- Where a tablespace lies is the server's matter; this one lies in the data directory.
set allow_in_place_tablespaces = on;
create tablespace dear location '' with (random_page_cost = 1000);
alter table sale set tablespace dear;
alter index sale_placed_on_idx set tablespace dear;
