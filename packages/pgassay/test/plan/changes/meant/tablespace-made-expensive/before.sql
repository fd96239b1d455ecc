select id from sale where placed_on between '2024-03-01' and '2024-04-20';
