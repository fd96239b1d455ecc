alter table sale alter column state drop not null;
