select v_1.n from visit as v_1 join visit as v_2 on v_2.n = v_1.n and v_2.day = '2024-05-01' where v_1.day = '2024-02-01' order by v_1.n;
