create role new_owner;
alter table sale owner to new_owner;
