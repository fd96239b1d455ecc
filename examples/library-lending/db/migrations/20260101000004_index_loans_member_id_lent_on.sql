-- Built beside the traffic of a table in use, so alone in its file and outside a transaction.

-- migrate:up transaction:false
create index concurrently loans_member_id_lent_on_idx on library.loans (member_id, lent_on desc);

-- migrate:down transaction:false
drop index concurrently library.loans_member_id_lent_on_idx;
