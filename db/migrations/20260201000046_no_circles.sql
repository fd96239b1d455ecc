-- Rows that refer to rows of their own table form no circle, at no isolation level. The functions
-- here are copies; their sources are the files of these names under functions/.

-- migrate:up

-- Two sessions that each see only half of a circle would close it together. So whoever changes an
-- edge of a hierarchy first writes the one row that guards it in the project: a second writer waits
-- for the first. Then, at read committed, it sees the first one's edges; at repeatable read, where
-- it never would, the guard has changed behind its snapshot and PostgreSQL ends it with 40001. A
-- lock without a write would let it go on: that is why the guard is a row and not an advisory lock.
--
-- A transaction writes the guard once, however many rows it moves. The function runs as its owner
-- because nobody else has any business with the guards.

create or replace function public.guard_hierarchy()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    insert into public.hierarchy_guards as guard (project_id, hierarchy, locked_by)
    values (new.project_id, tg_table_name, pg_current_xact_id())
    on conflict (project_id, hierarchy) do update
    set locked_by = excluded.locked_by
    where guard.locked_by <> excluded.locked_by;

    return null;
end;
$$;

comment on function public.guard_hierarchy is
    'Row trigger after: makes writers of one hierarchy in one project come one after the other.';

revoke execute on function public.guard_hierarchy from public;

-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_task_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.tasks as task
            where task.parent_task_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_task_id as id
            union
            select task.parent_task_id
            from above
            inner join public.tasks as task on task.id = above.id
            where task.parent_task_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would be a part of itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_task_id',
            constraint = 'tasks_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_task_circle is
    'Row trigger after: refuses (BD301) a task among its own ancestors.';

-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_requirement_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.requirements as requirement
            where requirement.parent_requirement_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_requirement_id as id
            union
            select requirement.parent_requirement_id
            from above
            inner join public.requirements as requirement on requirement.id = above.id
            where requirement.parent_requirement_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('requirement %s would refine itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_requirement_id',
            constraint = 'requirements_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_requirement_circle is
    'Row trigger after: refuses (BD301) a requirement among its own ancestors.';

-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_architecture_decision_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.architecture_decisions as decision
            where decision.superseded_by = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.superseded_by as id
            union
            select decision.superseded_by
            from above
            inner join public.architecture_decisions as decision on decision.id = above.id
            where decision.superseded_by is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('architecture decision %s would supersede itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'superseded_by',
            constraint = 'architecture_decisions_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_architecture_decision_circle is
    'Row trigger after: refuses (BD301) a decision among its own successors.';

-- Fires after the guard is taken, so that no edge comes in unseen. Every new dependency may close a
-- circle, since both of its tasks are there already.

create or replace function public.refuse_task_dependency_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        with recursive waiting as (
            select new.successor_id as id
            union
            select dependency.successor_id
            from waiting
            inner join public.task_dependencies as dependency
                on dependency.project_id = new.project_id
                and dependency.predecessor_id = waiting.id
        )

        select from waiting
        where waiting.id = new.predecessor_id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would wait for itself', new.successor_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'task_dependencies_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_task_dependency_circle is
    'Row trigger after: refuses (BD301) a task that would wait for itself, however indirectly.';

-- Triggers: the guard before the search, by their numbers.

create trigger _380_guard_hierarchy
after update on public.tasks
for each row
when
    (
        new.parent_task_id is not null
        and (
            old.parent_task_id is distinct from new.parent_task_id
            or old.project_id <> new.project_id
        )
    )
execute function public.guard_hierarchy();
comment on trigger _380_guard_hierarchy on public.tasks is
    'One writer after the other changes where a task of a project hangs.';

create trigger _390_refuse_circle_insert
after insert on public.tasks
for each row
when (new.parent_task_id is not null)
execute function public.refuse_task_circle();
comment on trigger _390_refuse_circle_insert on public.tasks is
    'A new task closes no circle with others of its statement.';

create trigger _390_refuse_circle_update
after update on public.tasks
for each row
when
    (
        new.parent_task_id is not null
        and (
            old.parent_task_id is distinct from new.parent_task_id
            or old.project_id <> new.project_id
        )
    )
execute function public.refuse_task_circle();
comment on trigger _390_refuse_circle_update on public.tasks is
    'A task that is hung elsewhere closes no circle.';

create trigger _380_guard_hierarchy
after update on public.requirements
for each row
when
    (
        new.parent_requirement_id is not null
        and (
            old.parent_requirement_id is distinct from new.parent_requirement_id
            or old.project_id <> new.project_id
        )
    )
execute function public.guard_hierarchy();
comment on trigger _380_guard_hierarchy on public.requirements is
    'One writer after the other changes where a requirement of a project hangs.';

create trigger _390_refuse_circle_insert
after insert on public.requirements
for each row
when (new.parent_requirement_id is not null)
execute function public.refuse_requirement_circle();
comment on trigger _390_refuse_circle_insert on public.requirements is
    'A new requirement closes no circle with others of its statement.';

create trigger _390_refuse_circle_update
after update on public.requirements
for each row
when
    (
        new.parent_requirement_id is not null
        and (
            old.parent_requirement_id is distinct from new.parent_requirement_id
            or old.project_id <> new.project_id
        )
    )
execute function public.refuse_requirement_circle();
comment on trigger _390_refuse_circle_update on public.requirements is
    'A requirement that is hung elsewhere closes no circle.';

create trigger _380_guard_hierarchy
after update on public.architecture_decisions
for each row
when
    (
        new.superseded_by is not null
        and (
            old.superseded_by is distinct from new.superseded_by
            or old.project_id <> new.project_id
        )
    )
execute function public.guard_hierarchy();
comment on trigger _380_guard_hierarchy on public.architecture_decisions is
    'One writer after the other changes where a decision of a project hangs.';

create trigger _390_refuse_circle_insert
after insert on public.architecture_decisions
for each row
when (new.superseded_by is not null)
execute function public.refuse_architecture_decision_circle();
comment on trigger _390_refuse_circle_insert on public.architecture_decisions is
    'A new decision closes no circle with others of its statement.';

create trigger _390_refuse_circle_update
after update on public.architecture_decisions
for each row
when
    (
        new.superseded_by is not null
        and (
            old.superseded_by is distinct from new.superseded_by
            or old.project_id <> new.project_id
        )
    )
execute function public.refuse_architecture_decision_circle();
comment on trigger _390_refuse_circle_update on public.architecture_decisions is
    'A decision that is hung elsewhere closes no circle.';

create trigger _380_guard_hierarchy
after insert or update on public.task_dependencies
for each row
execute function public.guard_hierarchy();
comment on trigger _380_guard_hierarchy on public.task_dependencies is
    'One writer after the other changes the dependencies of a project.';

create trigger _390_refuse_circle
after insert or update on public.task_dependencies
for each row
execute function public.refuse_task_dependency_circle();
comment on trigger _390_refuse_circle on public.task_dependencies is
    'No task waits for itself, however indirectly.';

-- migrate:down

drop trigger _390_refuse_circle on public.task_dependencies;
drop trigger _380_guard_hierarchy on public.task_dependencies;
drop trigger _390_refuse_circle_update on public.architecture_decisions;
drop trigger _390_refuse_circle_insert on public.architecture_decisions;
drop trigger _380_guard_hierarchy on public.architecture_decisions;
drop trigger _390_refuse_circle_update on public.requirements;
drop trigger _390_refuse_circle_insert on public.requirements;
drop trigger _380_guard_hierarchy on public.requirements;
drop trigger _390_refuse_circle_update on public.tasks;
drop trigger _390_refuse_circle_insert on public.tasks;
drop trigger _380_guard_hierarchy on public.tasks;

drop function public.refuse_task_dependency_circle();
drop function public.refuse_architecture_decision_circle();
drop function public.refuse_requirement_circle();
drop function public.refuse_task_circle();
drop function public.guard_hierarchy();
