-- The mistake is on line 8, column 37.

-- migrate:up

alter table authors add column name text;

-- “Größe”: characters of several bytes before the mistake.
alter table authors add column born date nut null;

-- migrate:down

alter table authors drop column name;
