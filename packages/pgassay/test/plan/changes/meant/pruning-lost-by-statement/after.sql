select n from visit where day::text = '2024-05-05' and n > 0;
