select n from visit where day >= '2024-01-15' and day < '2025-06-10' and n > 0;
