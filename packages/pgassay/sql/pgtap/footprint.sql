-- What a test file can leave behind although it rolled back: two texts that are the same again when
-- it left nothing, and the dead rows of the table that has most. What cannot be vouched for is the
-- time, which is never the same.
select
    pg_catalog.concat_ws(
        ' ',
        -- Another session, one of dblink say, may have committed.
        (
            select d.sessions
            from pg_catalog.pg_stat_database as d
            where d.datname = pg_catalog.current_database()
        ),
        -- No rollback takes a sequence back.
        (
            select
                pg_catalog.string_agg(
                    pg_catalog.concat_ws(
                        ':',
                        c.oid,
                        coalesce(s.last_value::text, pg_catalog.clock_timestamp()::text),
                        s.is_called
                    ),
                    ','
                    order by c.oid
                )
            from
                pg_catalog.pg_class as c
                cross join lateral pg_catalog.pg_get_sequence_data(c.oid) as s
            where c.relkind = 'S'
        ),
        -- Nor what `analyze` and `create index` write in place. PostgreSQL's own objects have lower
        -- numbers.
        (
            select
                pg_catalog.md5(
                    pg_catalog.string_agg(
                        pg_catalog.concat_ws(
                            ':',
                            c.oid,
                            c.relfilenode,
                            c.relpages,
                            c.reltuples,
                            c.relallvisible,
                            c.relhasindex,
                            c.relhasrules,
                            c.relhastriggers
                        ),
                        ','
                        order by c.oid
                    )
                )
            from pg_catalog.pg_class as c
            where c.oid >= 16384
        )
    ) as database,
    pg_catalog.concat_ws(
        ' ',
        -- A setting that a schema made up stays defined, as the empty text where it was null.
        (
            select sum(m.used_bytes)
            from pg_catalog.pg_backend_memory_contexts as m
            where m.name in ('GUCMemoryContext', 'GUC hash table')
        ),
        -- What a library remembers, as dblink and PL/Perl do, nothing discards.
        (select pg_catalog.count(*) from pg_catalog.pg_get_loaded_modules()),
        -- Only a new session fires these triggers.
        (
            select pg_catalog.clock_timestamp()
            from pg_catalog.pg_database as d
            where d.datname = pg_catalog.current_database() and d.dathasloginevt
        )
    ) as session,
    (
        select coalesce(pg_catalog.max(pg_catalog.pg_stat_get_dead_tuples(c.oid)), 0)::integer
        from pg_catalog.pg_class as c
        where c.oid >= 16384 and c.relkind in ('r', 'm', 't')
    ) as dead_rows;
