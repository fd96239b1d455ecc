select day from visit where n > 30000;
