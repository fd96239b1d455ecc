select n from visit_of_page where n = 17;
