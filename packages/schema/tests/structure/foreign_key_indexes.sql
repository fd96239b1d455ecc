-- Foreign keys and indexes: what a deletion has to find, it finds without reading a whole table.

begin;

create temporary view enforced_key as
select
    con.oid,
    con.conrelid,
    con.conname,
    con.conkey,
    -- The column that finds a single row; those beside it only say of which project or requester.
    case
        when cardinality(con.conkey) = 1 then con.conkey[1]
        else (
            select own
            from unnest(con.conkey, con.confkey) as pair (own, other)
            inner join pg_catalog.pg_attribute as target
                on target.attrelid = con.confrelid
                and target.attnum = pair.other
            where target.attname = 'id'
        )
    end as row_column
from pg_catalog.pg_constraint as con
where con.contype = 'f' and con.conenforced and con.connamespace = 'public'::regnamespace;

-- An index serves a key if it begins with columns of the key, the telling one among them, and
-- leaves out no row but those that refer to nothing.
create temporary view served_key as
select distinct enforced_key.oid
from enforced_key
inner join pg_catalog.pg_index as idx on idx.indrelid = enforced_key.conrelid and idx.indisvalid
cross join lateral (
    select
        pg_catalog.array_agg(col.attnum order by col.place) filter (
            where col.place <= coalesce(first_other.place, 99) - 1
        ) as leading
    from unnest(idx.indkey::smallint[]) with ordinality as col (attnum, place)
    cross join lateral (
        select min(stranger.place) as place
        from unnest(idx.indkey::smallint[]) with ordinality as stranger (attnum, place)
        where stranger.attnum <> all (enforced_key.conkey)
    ) as first_other
) as shape
where enforced_key.row_column = any (shape.leading)
    and coalesce(pg_catalog.pg_get_expr(idx.indpred, idx.indrelid), '') in (
        '',
        (
            select format('(%I IS NOT NULL)', attname)
            from pg_catalog.pg_attribute
            where attrelid = enforced_key.conrelid and attnum = enforced_key.row_column
        )
    );

select plan((select count(*)::integer + 4 from enforced_key));

select ok(
    enforced_key.oid in (select oid from served_key),
    format('an index serves %s', conname)
)
from enforced_key
order by conname;

select is_empty(
    $$
    select indexrelid::regclass
    from pg_catalog.pg_index
    join pg_catalog.pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not indisvalid
    $$,
    'every index was built to its end'
);

select is_empty(
    $$
    select indexrelid::regclass
    from pg_catalog.pg_index
    join pg_catalog.pg_class on pg_class.oid = indexrelid
    where
        relnamespace = 'public'::regnamespace
        and not indisunique
        and pg_catalog.obj_description(indexrelid, 'pg_class') is null
    $$,
    'every index that no rule needs says what it serves'
);

select is_empty(
    $$
    select conname
    from pg_catalog.pg_constraint
    where connamespace = 'public'::regnamespace and conenforced and not convalidated
    $$,
    'every rule was checked against old rows'
);

-- The rule itself can fail.

create table public.unserved (
    user_id uuid constraint unserved_user_id_fkey references public.users (id),
    note text
);
create index on public.unserved (note, user_id);
create index on public.unserved (user_id)
where note is not null;

select ok(
    oid not in (select oid from served_key),
    'an index of other columns or of some rows does not serve a foreign key'
)
from enforced_key
where conname = 'unserved_user_id_fkey';

select * from finish();

rollback;
