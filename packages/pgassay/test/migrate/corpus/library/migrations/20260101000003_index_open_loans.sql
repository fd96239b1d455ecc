-- migrate:up transaction:false

create index concurrently loans_open_idx on lending.loans (book_id) where returned_at is null;

-- migrate:down transaction:false

drop index concurrently lending.loans_open_idx;
