-- What the index of the migration before is for; there it would have made a transaction.

-- migrate:up

comment on index library.loans_member_id_lent_on_idx is 'Serves loans_of_member, newest first.';

-- migrate:down

comment on index library.loans_member_id_lent_on_idx is null;
