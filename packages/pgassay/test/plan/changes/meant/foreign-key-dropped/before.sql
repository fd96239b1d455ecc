select s.note from payment as p join place as l on l.branch = p.branch and l.desk = p.desk join sale as s on s.id = p.id;
