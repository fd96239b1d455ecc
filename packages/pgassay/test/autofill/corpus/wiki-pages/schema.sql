-- A wiki: a circle of pages and revisions through a column that may be null, trees, search vectors kept by a trigger.
create table author (
    id serial primary key,
    username text not null,
    home_page text,
    registered_at timestamp not null default current_timestamp,
    is_bot boolean not null default false
);

create unique index author_username_key on author (lower(username));

create table page (
    id serial primary key,
    namespace smallint not null default 0,
    title text not null check (title <> '' and title !~ '[_#<>]'),
    current_revision_id integer,
    redirect_to integer references page check (redirect_to <> id),
    is_locked boolean not null default false,
    lock_reason text,
    search tsvector,
    unique (namespace, title),
    check (is_locked or lock_reason is null)
);

create table revision (
    id serial primary key,
    page_id integer not null references page on delete cascade,
    parent_id integer references revision,
    author_id integer references author on delete set null,
    author_address inet,
    body text not null,
    byte_count integer generated always as (octet_length(body)) stored,
    created_at timestamp not null default current_timestamp,
    constraint author_or_address check ((author_id is null) <> (author_address is null))
);

alter table page add foreign key (current_revision_id) references revision;

create table page_link (
    from_page integer not null references page,
    to_page integer not null references page,
    primary key (from_page, to_page)
);

create function index_page() returns trigger language plpgsql as $$
begin
    new.search := to_tsvector('simple', new.title);
    return new;
end
$$;

create trigger page_search before insert or update on page
for each row execute function index_page();
