select id, placed_on from sale where customer_id = 17 order by placed_on desc limit 5;
