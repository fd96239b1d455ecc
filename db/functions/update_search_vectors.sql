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
