create table person (id integer primary key, name text);

create function checked() returns trigger language plpgsql set search_path = '' as $$
declare
    v_old integer := 0;
begin
    -- if this then that; raise nothing
    if new.id is null then
        raise exception 'an id; is needed' using errcode = 'check_violation';
    end if;
    if (case when new.id > 1 then true else false end) and new.name <> 'then' then
        new.name := 'x';
    elsif new.id = 5 then
        raise notice 'five';
        v_old := 1;
    else
        raise exception using message = 'no';
    end if;
    return new;
end;
$$;
create trigger checked before insert on person for each row execute function checked();

create function logged() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger logged after insert on person for each row execute function logged();

create function is_adult(p_age integer) returns boolean language sql immutable strict return p_age >= 18;
create function doubled(p_value integer, p_by integer default 2) returns integer language sql stable security definer
    as 'select p_value * p_by';
create function people(p_name text) returns setof person language sql stable as 'select * from person where name = p_name';
create function pair(out a integer, out b text) language plpgsql as $$ begin a := 1; b := 'x'; end $$;
create function listed() returns table (id integer) language plpgsql set work_mem = '8MB' as $$
begin return query select p.id from person as p; end $$;
create procedure tidy(inout p_count integer) language plpgsql as $$ begin delete from person; p_count := 1; end $$;
create function nothing() returns void language sql begin atomic delete from person; end;
create function overloaded(a integer) returns integer language sql as 'select 1';
create function overloaded(a text) returns integer language sql as 'select 2';
create function wipe() returns void language plpgsql as $$ begin delete from person; end $$;
