select p.id from payment as p left join branch as b on b.id = p.branch where p.id < 9;
