alter table visit_2025 rename to visit_of_2025;
