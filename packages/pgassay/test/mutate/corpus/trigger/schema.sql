create table stock (id integer primary key, amount integer, note text);
create view shown as select id, amount from stock;

create function keep() returns trigger language plpgsql as $$ begin return new; end $$;
create function count_rows() returns trigger language plpgsql as $$ begin return null; end $$;

create trigger keep_amount before insert or update of amount on stock
    for each row when (new.amount is not null) execute function keep('a (b', 'or');
create trigger count_after after insert or delete or truncate on stock for each statement execute function count_rows();
create trigger changed after update on stock referencing old table as gone new table as come
    for each statement execute function count_rows();
create constraint trigger balance after insert on stock deferrable initially deferred
    for each row execute function count_rows();
create trigger through instead of update on shown for each row execute function keep();
create trigger off before delete on stock for each row execute function keep();
alter table stock disable trigger off;
