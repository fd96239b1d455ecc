select v.n from visit as v join visit as w on w.n = v.n and w.page = 8 where v.page = 7 order by v.n;
