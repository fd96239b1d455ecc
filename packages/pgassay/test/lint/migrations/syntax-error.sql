-- migrate:up

select from from;

-- migrate:down
