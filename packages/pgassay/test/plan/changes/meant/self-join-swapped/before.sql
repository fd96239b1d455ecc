select a.id, b.id from customer as a join customer as b on b.referred_by = a.id where a.country = 'be' and b.id < 40;
