-- Kinds that name no table, and a trigger that asks for the row all the same.
create table fine (
    id integer primary key
);

create table badges (
    id integer primary key,
    owner_type text not null check (owner_type in ('squad', 'guild')),
    owner_id integer not null
);

create function refuse_unknown() returns trigger language plpgsql as $$
begin
    raise exception 'there is no % %', new.owner_type, new.owner_id using errcode = 'ZZ003';
end
$$;

create trigger badge_owner before insert on badges
for each row execute function refuse_unknown();
