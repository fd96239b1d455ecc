create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
