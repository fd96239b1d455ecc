select p.id, s.note from payment as p join sale as s on s.id = p.id where p.method = 'voucher';
