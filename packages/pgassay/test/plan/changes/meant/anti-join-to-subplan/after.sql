select id from sale as s where s.id not in (select l.sale_id from sale_line as l);
