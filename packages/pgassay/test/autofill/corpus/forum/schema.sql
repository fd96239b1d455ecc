-- A forum: rows of migrations, an audit trail that a trigger writes, votes as pairs, rules that only functions know.
create table role (
    name text primary key,
    can_moderate boolean not null
);

insert into role values ('member', false), ('moderator', true);

create table member (
    id bigint generated always as identity primary key,
    role text not null references role,
    handle varchar(20) not null unique check (handle = lower(handle)),
    email varchar(120) not null unique,
    karma integer not null default 0,
    birth_date date check (birth_date < current_date),
    invited_by bigint references member
);

create table topic (
    id bigint generated always as identity primary key,
    author_id bigint not null references member,
    slug text not null,
    title varchar(80) not null check (char_length(title) between 5 and 80),
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by bigint references member,
    unique (slug),
    check ((closed_at is null) = (closed_by is null)),
    check (closed_at > opened_at + interval '1 hour')
);

create table post (
    id bigint generated always as identity primary key,
    topic_id bigint not null references topic,
    author_id bigint not null references member,
    reply_to bigint references post,
    body text not null,
    posted_at timestamptz not null,
    -- Nothing but PostgreSQL knows what this asks for.
    constraint body_has_even_length check (mod(length(md5(body || posted_at::date::text)), 2) = 0),
    constraint posted_in_the_morning check (extract(hour from posted_at at time zone 'UTC') < 12)
);

create table vote (
    post_id bigint not null references post,
    member_id bigint not null references member,
    value smallint not null check (value in (-1, 1)),
    primary key (post_id, member_id)
);

create table audit (
    id bigint generated always as identity primary key,
    member_id bigint not null,
    what text not null
);

create function refuse_own_votes() returns trigger language plpgsql as $$
begin
    if exists (select from post where id = new.post_id and author_id = new.member_id) then
        raise exception 'a member does not vote for his own post' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger vote_own before insert on vote
for each row execute function refuse_own_votes();

create function note_member() returns trigger language plpgsql as $$
begin
    insert into audit (member_id, what) values (new.id, 'joined');
    return null;
end
$$;

create trigger member_audit after insert on member
for each row execute function note_member();
