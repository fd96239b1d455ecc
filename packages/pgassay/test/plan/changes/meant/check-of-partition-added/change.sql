alter table visit_2025 add check (n < 25000);
alter table visit_2024_01 add check (n < 25000);
