select a.n from visit as a join visit as b on b.n = a.n and b.page = 8 where a.page = 7 order by a.n;
