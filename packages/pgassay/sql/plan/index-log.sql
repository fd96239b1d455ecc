-- Bytes that each index of a list, in its place, put into the write-ahead log between two points
-- of it; images of whole pages are left out: which page is the first after a checkpoint is luck.
with
    part as (
        select
            one.place,
            pg_catalog.pg_relation_filenode(coalesce(tree.relid, one.index)) as filenode
        from
            pg_catalog.unnest($1::pg_catalog.regclass[]) with ordinality as one (index, place)
            left join lateral pg_catalog.pg_partition_tree(one.index) as tree on tree.isleaf
    ),
    record as (
        select
            part.place,
            log.start_lsn,
            min(log.record_length) - sum(log.block_fpi_length) as length
        from
            pg_get_wal_block_info($2, $3, false) as log
            join part on part.filenode = log.relfilenode
            join pg_catalog.pg_database as d on d.oid = log.reldatabase
        where d.datname = pg_catalog.current_database()
        group by part.place, log.start_lsn
    )
select
    part.place::int - 1 as place,
    coalesce(sum(record.length), 0)::float8 as bytes
from
    (select distinct place from part) as part
    left join record on record.place = part.place
group by part.place
order by part.place
