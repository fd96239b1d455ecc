create function noted() returns trigger language plpgsql as 'begin return new; end';
create trigger sale_noted before update on sale for each row execute function noted();
