-- migrate:up

create table runs (id int generated always as identity);

-- migrate:down

drop table runs;
