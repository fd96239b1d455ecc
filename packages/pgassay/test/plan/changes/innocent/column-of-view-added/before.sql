select id from open_sale where placed_at < '2024-02-01';
