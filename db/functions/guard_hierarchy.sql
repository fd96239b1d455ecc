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
