select a.id, b.id from customer as a join customer as b on b.referred_by = a.id where b.country = 'be' and a.id < 40;
