drop index sale_customer_id_placed_on_idx;
create or replace function preferred(int) returns int language plpgsql volatile as 'begin return $1; end';
