select id from first_open_sale where placed_at < '2024-02-01';
