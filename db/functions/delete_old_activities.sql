-- A call is one short transaction: call it until it returns less than the limit. Without an order
-- the server may stop at the first rows it meets, which are the oldest, since the table only grows;
-- when nothing is old enough, the BRIN index on the time says so without reading the table.

create or replace function public.delete_old_activities(
    p_keep interval default '2 years',
    p_limit integer default 10000
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_deleted bigint;
begin
    delete from public.user_activities
    where
        ctid = any(
            array(
                select ctid
                from public.user_activities
                where occurred_at < now() - p_keep
                limit p_limit
            )
        );

    get diagnostics v_deleted = row_count;
    return v_deleted;
end;
$$;

comment on function public.delete_old_activities is
    'Deletes at most so many activities that are older than to be kept; returns how many.';
