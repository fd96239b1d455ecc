alter table payment alter column twin set expression as (id / 3);
