select n from visit where day = '2025-05-05' and n = 7;
