alter table payment drop constraint payment_branch_desk_fkey;
