-- Btree indexes whose columns another one begins with, in the same order and over the same rows:
-- the longer one, which may only carry its further columns along, answers whatever the shorter one
-- does. One that keeps rows unique does more.
select
    n.nspname as schema,
    c.relname as relation,
    short_class.relname as name,
    pg_catalog.format(
        'is the beginning of %s, which can answer for it',
        pg_catalog.string_agg(
            pg_catalog.quote_ident(long_class.relname),
            ' and of '
            order by long_class.relname collate "C"
        )
    ) as message,
    pg_catalog.pg_get_indexdef(short.indexrelid) as detail
from
    pg_catalog.pg_index as short
    join pg_catalog.pg_class as short_class on short_class.oid = short.indexrelid
    join pg_catalog.pg_am as method on method.oid = short_class.relam
    join pg_catalog.pg_index as long
        on long.indrelid = short.indrelid and long.indexrelid <> short.indexrelid
    join pg_catalog.pg_class as long_class
        on long_class.oid = long.indexrelid and long_class.relam = short_class.relam
    join pg_catalog.pg_class as c on c.oid = short.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    method.amname = 'btree'
    and not short.indisunique
    and short.indisvalid
    and long.indisvalid
    and not short_class.relispartition
    -- Columns that are only carried along order nothing; expressions are not compared.
    and short.indnatts = short.indnkeyatts
    and short.indnkeyatts <= long.indnkeyatts
    and not 0 = any (short.indkey::pg_catalog.int2[])
    and long.indkey::text like short.indkey::text || ' %'
    and long.indcollation::text || ' ' like short.indcollation::text || ' %'
    and long.indclass::text || ' ' like short.indclass::text || ' %'
    and long.indoption::text || ' ' like short.indoption::text || ' %'
    and pg_catalog.pg_get_expr(
        long.indpred,
        long.indrelid
    ) is not distinct from pg_catalog.pg_get_expr(short.indpred, short.indrelid)
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
group by n.nspname, c.relname, short_class.relname, short.indexrelid
order by n.nspname collate "C", c.relname collate "C", short_class.relname collate "C";
