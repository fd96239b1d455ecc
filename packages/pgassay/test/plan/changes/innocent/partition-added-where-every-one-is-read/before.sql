select n from visit where n = 3;
