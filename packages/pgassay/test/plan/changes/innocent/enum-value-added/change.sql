create type mood as enum ('bad');
alter table sale add mood mood;
alter type mood add value 'fine';
