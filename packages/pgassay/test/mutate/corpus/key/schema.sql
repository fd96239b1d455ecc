create extension btree_gist;

create table team (
    id integer constraint team_pkey primary key,
    name text not null,
    short text constraint team_short_key unique,
    constraint team_name_id_key unique (name, id)
);

create table member (
    team_id integer constraint member_team_id_fkey references team,
    place integer,
    email text,
    phone text,
    constraint member_pkey primary key (team_id, place) include (phone),
    constraint member_email_phone_key unique nulls not distinct (email, phone) deferrable initially deferred
);

create table stay (
    room integer,
    during daterange,
    constraint stay_pkey primary key (room, during without overlaps)
);
