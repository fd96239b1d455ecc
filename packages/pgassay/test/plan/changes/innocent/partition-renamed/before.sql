select n from visit where page = 7 order by n;
