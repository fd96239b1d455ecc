-- A search vector that a writer sets is computed again from the text: it cannot be made to lie.
-- The triggers number 200 see to changes of the text; these fire only if a statement names
-- search_vector.

-- migrate:up

comment on index public.requirements_search_vector_idx is
    'Serves search_requirements; new entries wait in a pending list until vacuum sorts them in.';
comment on index public.architecture_decisions_search_vector_idx is
    'Serves search_decisions; new entries wait in a pending list until vacuum sorts them in.';
comment on index public.users_search_vector_idx is
    'Serves search_users; new entries wait in a pending list until vacuum sorts them in.';

create trigger _210_search_vector_guard
before update of search_vector on public.users
for each row
execute function public.update_user_search_vector();
comment on trigger _210_search_vector_guard on public.users is
    'Recomputes search_vector when a statement sets it, whatever it sets it to.';

create trigger _210_search_vector_guard
before update of search_vector on public.projects
for each row
execute function public.update_project_search_vector();
comment on trigger _210_search_vector_guard on public.projects is
    'Recomputes search_vector when a statement sets it, whatever it sets it to.';

create trigger _210_search_vector_guard
before update of search_vector on public.tasks
for each row
execute function public.update_task_search_vector();
comment on trigger _210_search_vector_guard on public.tasks is
    'Recomputes search_vector when a statement sets it, whatever it sets it to.';

create trigger _210_search_vector_guard
before update of search_vector on public.requirements
for each row
execute function public.update_requirement_search_vector();
comment on trigger _210_search_vector_guard on public.requirements is
    'Recomputes search_vector when a statement sets it, whatever it sets it to.';

create trigger _210_search_vector_guard
before update of search_vector on public.architecture_decisions
for each row
execute function public.update_architecture_decision_search_vector();
comment on trigger _210_search_vector_guard on public.architecture_decisions is
    'Recomputes search_vector when a statement sets it, whatever it sets it to.';

-- migrate:down

drop trigger _210_search_vector_guard on public.architecture_decisions;
drop trigger _210_search_vector_guard on public.requirements;
drop trigger _210_search_vector_guard on public.tasks;
drop trigger _210_search_vector_guard on public.projects;
drop trigger _210_search_vector_guard on public.users;

comment on index public.users_search_vector_idx is null;
comment on index public.architecture_decisions_search_vector_idx is null;
comment on index public.requirements_search_vector_idx is null;
