select id from sale where state = 'open' order by placed_at, note limit 10;
