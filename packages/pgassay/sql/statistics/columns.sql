-- The statistics of each column of a table, and of each expression that an index computes. A column
-- that ANALYZE has nothing to say about is there too, with nulls. Partitioned tables have a second
-- row a column, for the rows of their parts ("inherited"). Values are texts, whatever their type.
select
    n.nspname as schema,
    c.relname as relation,
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    coalesce(s.inherited, false) as inherited,
    coalesce(
        nullif(a.attstattarget, -1),
        pg_catalog.current_setting('default_statistics_target')::pg_catalog.int2
    ) as target,
    nullif(
        pg_catalog.concat_ws(
            ', ',
            'statistics ' || nullif(a.attstattarget, -1),
            pg_catalog.array_to_string(a.attoptions, ', ')
        ),
        ''
    ) as sampling,
    s.null_frac as "nullFraction",
    s.avg_width as width,
    s.n_distinct as distinct,
    s.correlation,
    s.most_common_vals::pg_catalog.text::pg_catalog.text[] as "commonValues",
    s.most_common_freqs as "commonFrequencies",
    s.histogram_bounds::pg_catalog.text::pg_catalog.text[] as histogram,
    s.most_common_elems::pg_catalog.text::pg_catalog.text[] as elements,
    s.most_common_elem_freqs as "elementFrequencies",
    s.elem_count_histogram as "elementCounts",
    s.range_length_histogram::pg_catalog.text::pg_catalog.text[] as "rangeLengths",
    s.range_empty_frac as "emptyRangeFraction",
    s.range_bounds_histogram::pg_catalog.text::pg_catalog.text[] as "rangeBounds"
from
    pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_stats as s
        on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname
where
    (c.relkind in ('r', 'p', 'm') or c.relkind in ('i', 'I') and s.attname is not null)
    and c.relpersistence <> 't'
    and a.attnum > 0
    and not a.attisdropped
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", a.attnum, s.inherited nulls first;
