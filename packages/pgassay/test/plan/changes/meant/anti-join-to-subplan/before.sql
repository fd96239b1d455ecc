select id from sale as s where not exists (select from sale_line as l where l.sale_id = s.id);
