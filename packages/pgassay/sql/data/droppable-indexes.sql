-- The indexes of the tables $1 in public that can be dropped and made again with nothing lost.
select
    namespace.nspname as schema,
    relation.relname as "table",
    class.relname as name,
    pg_catalog.pg_get_indexdef(index.indexrelid) as definition,
    pg_catalog.obj_description(index.indexrelid, 'pg_class') as comment,
    tablespace.spcname as tablespace,
    index.indisclustered as "isClustered",
    index.indisreplident as "isReplicaIdentity",
    (
        select
            pg_catalog.json_agg(
                pg_catalog.json_build_object(
                    'column',
                    attribute.attnum,
                    'target',
                    attribute.attstattarget
                )
                order by attribute.attnum
            )
        from pg_catalog.pg_attribute as attribute
        where attribute.attrelid = index.indexrelid and attribute.attstattarget >= 0
    ) as targets
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_class as relation on relation.oid = index.indrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
left join pg_catalog.pg_tablespace as tablespace on tablespace.oid = class.reltablespace
where
    namespace.nspname = 'public'
    and relation.relname = any ($1)
    and relation.relkind = 'r'
    and not relation.relispartition
    and index.indisvalid
    and index.indisready
    -- A constraint that is the index, or a foreign key that refers to it.
    and not exists (
        select
        from pg_catalog.pg_constraint as con
        where con.conindid = index.indexrelid
    )
    -- Anything else that would go with it, and what an extension holds.
    and not exists (
        select
        from pg_catalog.pg_depend as dependant
        where
            dependant.refclassid = 'pg_catalog.pg_class'::regclass
            and dependant.refobjid = index.indexrelid
    )
    and not exists (
        select
        from pg_catalog.pg_depend as membership
        where
            membership.classid = 'pg_catalog.pg_class'::regclass
            and membership.objid = index.indexrelid
            and membership.deptype in ('e', 'x')
    )
order by relation.relname collate "C", class.relname collate "C";
