drop index sale_open_idx;
create index sale_open_idx on sale (placed_at) where state = 'lost';
