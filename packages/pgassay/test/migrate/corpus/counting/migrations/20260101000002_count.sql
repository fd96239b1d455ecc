-- Slow, and outside a transaction: a second runner comes in time to do it again.

-- migrate:up transaction:false

insert into runs select from pg_sleep(0.3);

-- migrate:down

delete from runs;
