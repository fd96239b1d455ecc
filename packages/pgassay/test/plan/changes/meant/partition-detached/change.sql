alter table visit detach partition visit_2025;

alter table visit detach partition visit_2024_07;

alter table visit detach partition visit_2024_04;
