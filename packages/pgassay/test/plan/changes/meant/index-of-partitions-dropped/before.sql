select n from visit where page = 7;
