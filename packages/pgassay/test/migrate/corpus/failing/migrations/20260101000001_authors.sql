-- migrate:up

create table authors (id int primary key);

-- migrate:down

drop table authors;
drop table biographies;
