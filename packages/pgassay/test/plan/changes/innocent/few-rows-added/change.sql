insert into sale select n, 900, 'done', '2024-01-01', '2024-01-01', null from generate_series(30000, 30200) as n;
vacuum (freeze, analyze) sale;
