select a.n from visit as a join visit as b on b.n = a.n and b.day = '2024-05-01' where a.day = '2024-02-01' order by a.n;
