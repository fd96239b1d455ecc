select n from visit where day = '2024-05-05' and n > 0;
