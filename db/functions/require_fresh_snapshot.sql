-- A procedure locks a row, then looks at what else is there. At repeatable read it would look
-- through a snapshot older than the lock, and for instance complete a project whose newest task it
-- cannot see. Read committed takes a new snapshot after the wait; serializable notices by itself.

create or replace function public.require_fresh_snapshot()
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if current_setting('transaction_isolation') = 'repeatable read' then
        raise sqlstate 'BD516'
        using
            message = 'this cannot be done safely at repeatable read',
            hint = 'Use read committed or serializable.';
    end if;
end;
$$;

comment on function public.require_fresh_snapshot is
    'Refuses with BD516 the one isolation level at which a lock does not show what it waited for.';
