create function noted() returns trigger language plpgsql as 'begin return new; end';
create trigger product_noted before insert on product for each row execute function noted();
