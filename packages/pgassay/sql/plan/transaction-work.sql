-- What this transaction has done so far with users' relations, whoever of its functions, triggers
-- and foreign keys did it: blocks that it fetched, and the indexes that it scanned, with how often.
select
    coalesce(
        pg_catalog.sum(pg_catalog.pg_stat_get_xact_blocks_fetched(c.oid)),
        0
    )::float8 as blocks,
    coalesce(
        pg_catalog.json_object_agg(
            n.nspname || '.' || c.relname,
            pg_catalog.pg_stat_get_xact_numscans(c.oid)
        ) filter (where c.relkind = 'i' and pg_catalog.pg_stat_get_xact_numscans(c.oid) > 0),
        '{}'
    ) as scans
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'm', 'i', 't')
    -- Ids below belong to what the server brings.
    and c.oid >= 16384;
