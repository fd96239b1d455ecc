-- Business logic: updated_at and the search vectors, true whoever writes. The functions here are
-- copies; their sources are functions/set_updated_at.sql and functions/update_search_vectors.sql.

-- migrate:up

-- Reads the clock, not the start of the transaction: a transaction that waited for a row would
-- otherwise stamp it with a time before the change it waited for.

create or replace function public.set_updated_at()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.updated_at := clock_timestamp();
    return new;
end;
$$;

comment on function public.set_updated_at is
    'Row trigger before update: sets updated_at to the moment of the change, whatever was given.';

-- What full-text search finds, table by table, and how much a match counts: A most, D least.
--
-- A row contributes at most about 100,000 characters. PostgreSQL refuses a vector above 1 MB, which
-- no text of this length reaches, and gives all words after the 16,383rd the same position, so that
-- what lies beyond could not be ranked by nearness anyway. Words of the cut part are not found.

create or replace function public.update_project_search_vector()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.name), 'A')
        || setweight(to_tsvector('english', left(coalesce(new.description, ''), 100000)), 'B');
    return new;
end;
$$;

comment on function public.update_project_search_vector is
    'Row trigger: makes a project findable by the English words of its name and description.';

create or replace function public.update_task_search_vector()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(coalesce(new.description, ''), 100000)), 'B');
    return new;
end;
$$;

comment on function public.update_task_search_vector is
    'Row trigger: makes a task findable by the English words of its title and description.';

create or replace function public.update_requirement_search_vector()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(new.description, 100000)), 'B');
    return new;
end;
$$;

comment on function public.update_requirement_search_vector is
    'Row trigger: makes a requirement findable by the English words of title and description.';

create or replace function public.update_architecture_decision_search_vector()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(new.decision, 25000)), 'B')
        || setweight(to_tsvector('english', left(new.description, 25000)), 'C')
        || setweight(to_tsvector('english', left(coalesce(new.context, ''), 25000)), 'C')
        || setweight(to_tsvector('english', left(coalesce(new.consequences, ''), 25000)), 'D');
    return new;
end;
$$;

comment on function public.update_architecture_decision_search_vector is
    'Row trigger: makes a decision findable by the English words of its five texts.';

-- Names are not English: the configuration simple neither stems them nor drops any as stop words.

create or replace function public.update_user_search_vector()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.search_vector :=
        setweight(to_tsvector('simple', coalesce(new.display_name, '')), 'A')
        || setweight(to_tsvector('simple', coalesce(new.first_name, '')), 'A')
        || setweight(to_tsvector('simple', coalesce(new.last_name, '')), 'A')
        || setweight(to_tsvector('simple', new.username), 'B');
    return new;
end;
$$;

comment on function public.update_user_search_vector is
    'Row trigger: makes a user findable by display, first and last name and by username.';

-- Triggers: fired in the order of their numbers

create trigger _100_set_updated_at
before update on public.users
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.users is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.organizations
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.organizations is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.projects
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.projects is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.tasks
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.tasks is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.requirements
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.requirements is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.architecture_decisions
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.architecture_decisions is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.project_risks
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.project_risks is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.collaboration_sessions
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.collaboration_sessions is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.approval_workflows
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.approval_workflows is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _200_search_vector_insert
before insert on public.users
for each row
execute function public.update_user_search_vector();
comment on trigger _200_search_vector_insert on public.users is
    'Fills search_vector of a new row, whatever the writer put there.';

create trigger _200_search_vector_update
before update on public.users
for each row
when
    (
        old.username is distinct from new.username
        or old.display_name is distinct from new.display_name
        or old.first_name is distinct from new.first_name
        or old.last_name is distinct from new.last_name
    )
execute function public.update_user_search_vector();
comment on trigger _200_search_vector_update on public.users is
    'Recomputes search_vector when username, display_name, first_name or last_name changes.';

create trigger _200_search_vector_insert
before insert on public.projects
for each row
execute function public.update_project_search_vector();
comment on trigger _200_search_vector_insert on public.projects is
    'Fills search_vector of a new row, whatever the writer put there.';

create trigger _200_search_vector_update
before update on public.projects
for each row
when (old.name is distinct from new.name or old.description is distinct from new.description)
execute function public.update_project_search_vector();
comment on trigger _200_search_vector_update on public.projects is
    'Recomputes search_vector when name or description changes.';

create trigger _200_search_vector_insert
before insert on public.tasks
for each row
execute function public.update_task_search_vector();
comment on trigger _200_search_vector_insert on public.tasks is
    'Fills search_vector of a new row, whatever the writer put there.';

create trigger _200_search_vector_update
before update on public.tasks
for each row
when (old.title is distinct from new.title or old.description is distinct from new.description)
execute function public.update_task_search_vector();
comment on trigger _200_search_vector_update on public.tasks is
    'Recomputes search_vector when title or description changes.';

create trigger _200_search_vector_insert
before insert on public.requirements
for each row
execute function public.update_requirement_search_vector();
comment on trigger _200_search_vector_insert on public.requirements is
    'Fills search_vector of a new row, whatever the writer put there.';

create trigger _200_search_vector_update
before update on public.requirements
for each row
when (old.title is distinct from new.title or old.description is distinct from new.description)
execute function public.update_requirement_search_vector();
comment on trigger _200_search_vector_update on public.requirements is
    'Recomputes search_vector when title or description changes.';

create trigger _200_search_vector_insert
before insert on public.architecture_decisions
for each row
execute function public.update_architecture_decision_search_vector();
comment on trigger _200_search_vector_insert on public.architecture_decisions is
    'Fills search_vector of a new row, whatever the writer put there.';

create trigger _200_search_vector_update
before update on public.architecture_decisions
for each row
when
    (
        old.title is distinct from new.title
        or old.description is distinct from new.description
        or old.context is distinct from new.context
        or old.decision is distinct from new.decision
        or old.consequences is distinct from new.consequences
    )
execute function public.update_architecture_decision_search_vector();
comment on trigger _200_search_vector_update on public.architecture_decisions is
    'Recomputes search_vector when title, description, context, decision or consequences changes.';

-- migrate:down

drop trigger _200_search_vector_update on public.architecture_decisions;
drop trigger _200_search_vector_insert on public.architecture_decisions;
drop trigger _200_search_vector_update on public.requirements;
drop trigger _200_search_vector_insert on public.requirements;
drop trigger _200_search_vector_update on public.tasks;
drop trigger _200_search_vector_insert on public.tasks;
drop trigger _200_search_vector_update on public.projects;
drop trigger _200_search_vector_insert on public.projects;
drop trigger _200_search_vector_update on public.users;
drop trigger _200_search_vector_insert on public.users;
drop trigger _100_set_updated_at on public.approval_workflows;
drop trigger _100_set_updated_at on public.collaboration_sessions;
drop trigger _100_set_updated_at on public.project_risks;
drop trigger _100_set_updated_at on public.architecture_decisions;
drop trigger _100_set_updated_at on public.requirements;
drop trigger _100_set_updated_at on public.tasks;
drop trigger _100_set_updated_at on public.projects;
drop trigger _100_set_updated_at on public.organizations;
drop trigger _100_set_updated_at on public.users;

drop function public.update_user_search_vector();
drop function public.update_architecture_decision_search_vector();
drop function public.update_requirement_search_vector();
drop function public.update_task_search_vector();
drop function public.update_project_search_vector();
drop function public.set_updated_at();
