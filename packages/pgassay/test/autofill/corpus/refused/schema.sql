-- What cannot be filled, each for another reason.
create table contradiction (
    id integer primary key,
    amount integer not null,
    constraint large check (amount > 100),
    constraint small check (amount < 50)
);

create table unreachable (
    id integer primary key,
    code text not null,
    constraint known_to_nobody check (md5(code) = 'd41d8cd98f00b204e9800998ecf8427e' and code <> '')
);

create table strange (
    id integer primary key,
    seen pg_snapshot not null
);

create table guarded (
    id integer primary key,
    note text
);

create function refuse_everything() returns trigger language plpgsql as $$
begin
    raise exception 'nobody writes here' using errcode = 'ZZ001';
end
$$;

create trigger guarded_gate before insert on guarded
for each row execute function refuse_everything();

-- Refers to one that is refused, and is not blamed for it.
create table dependent (
    id integer primary key,
    contradiction_id integer not null references contradiction
);

create table fine (
    id integer primary key
);
