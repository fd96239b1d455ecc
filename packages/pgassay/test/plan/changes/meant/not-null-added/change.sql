alter table payment alter column method set not null;
