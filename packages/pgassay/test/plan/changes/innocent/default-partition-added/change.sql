create table visit_rest partition of visit default;
