-- migrate:up

create table visits (page int);
insert into visits select 1 from generate_series(1, 2);

-- migrate:down

drop table visits;
