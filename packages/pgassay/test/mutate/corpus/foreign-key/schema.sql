create table owner (id bigint generated always as identity primary key);

create table project (
    id uuid,
    owner_id bigint not null constraint project_owner_id_fkey references owner on delete cascade,
    parent_id uuid constraint project_parent_id_fkey references project (id) on delete restrict,
    primary key (id),
    unique (owner_id, id)
);

create table task (
    id integer primary key,
    owner_id bigint,
    project_id uuid default '00000000-0000-0000-0000-000000000000',
    constraint task_project_fkey foreign key (owner_id, project_id) references project (owner_id, id)
        match full on update cascade,
    constraint task_project_alone_fkey foreign key (project_id) references project (id)
        on delete set null (project_id) deferrable initially deferred,
    constraint task_owner_fkey foreign key (owner_id) references owner (id) not enforced
);
