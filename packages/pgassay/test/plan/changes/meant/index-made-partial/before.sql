select id from sale where state = 'open' and placed_at < '2024-02-01';
