alter table sale alter state set statistics 100;
alter table sale alter note set (n_distinct = 7);
analyze sale;
