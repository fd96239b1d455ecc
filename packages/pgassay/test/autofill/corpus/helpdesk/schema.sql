-- A help desk: columns for the kind of a row and its id, which only triggers hold to be true; one tenant of the house.
create table tenants (
    id uuid primary key,
    name text not null unique
);

insert into tenants values ('00000000-0000-4000-8000-000000000001', 'the house');

create table people (
    id integer generated always as identity primary key,
    tenant_id uuid not null references tenants,
    full_name text not null
);

create table tickets (
    id integer generated always as identity primary key,
    tenant_id uuid not null references tenants,
    title text not null
);

create table knowledge_articles (
    id integer generated always as identity primary key,
    tenant_id uuid not null references tenants,
    title text not null
);

-- By its name an attachment comes before what it is attached to; its labels are classes, and it may be on a comment.
create type attachable as enum ('Ticket', 'KnowledgeArticle', 'Comment', 'Person');

create table attachments (
    id integer primary key,
    tenant_id uuid not null references tenants,
    attachable_type attachable not null,
    attachable_id integer not null,
    path text not null
);

-- Comments have comments.
create table comments (
    id integer generated always as identity primary key,
    tenant_id uuid not null references tenants,
    author_id integer not null references people,
    subject_type text not null check (subject_type in ('ticket', 'article', 'comment')),
    subject_id integer not null,
    body text not null
);

-- One reaction of a person to a thing; the id is a text, as the key of any table would fit.
create table reactions (
    person_id integer not null references people,
    "targetType" varchar(20) not null check ("targetType" in ('public.tickets', 'comments')),
    "targetId" text not null,
    primary key (person_id, "targetType", "targetId")
);

-- Both or neither, and what the system did has no row.
create table events (
    id integer primary key,
    tenant_id uuid references tenants,
    entity_kind text check (entity_kind in ('tenant', 'ticket', 'person', 'system')),
    entity_id text,
    check (entity_kind is not null or entity_id is null),
    check (entity_kind <> 'system' or entity_id is null)
);

create function row_exists(p_kind text, p_id text, p_tenant uuid) returns boolean language sql stable as $$
    select case lower(p_kind)
        when 'tenant' then exists (select from tenants where id::text = p_id and id = p_tenant)
        when 'ticket' then exists (select from tickets where id::text = p_id and tenant_id = p_tenant)
        when 'public.tickets' then exists (select from tickets where id::text = p_id)
        when 'article' then exists (select from knowledge_articles where id::text = p_id and tenant_id = p_tenant)
        when 'knowledgearticle' then exists (select from knowledge_articles where id::text = p_id and tenant_id = p_tenant)
        when 'comment' then exists (select from comments where id::text = p_id and tenant_id = p_tenant)
        when 'comments' then exists (select from comments where id::text = p_id)
        when 'person' then exists (select from people where id::text = p_id and tenant_id = p_tenant)
    end
$$;

create function require_row() returns trigger language plpgsql as $$
declare
    v_new jsonb := to_jsonb(new);
    v_kind text := v_new ->> tg_argv[0];
begin
    if v_new ->> tg_argv[1] is not null
        and row_exists(v_kind, v_new ->> tg_argv[1], (v_new ->> 'tenant_id')::uuid) is not true
    then
        raise exception 'there is no % %', v_kind, v_new ->> tg_argv[1] using errcode = 'ZZ002';
    end if;
    return null;
end
$$;

create trigger attached after insert on attachments
for each row execute function require_row('attachable_type', 'attachable_id');
create trigger said after insert on comments
for each row execute function require_row('subject_type', 'subject_id');
create trigger reacted after insert on reactions
for each row execute function require_row('targetType', 'targetId');
create trigger happened after insert on events
for each row execute function require_row('entity_kind', 'entity_id');
