-- One digest of what the schemas of a database promise: relations, columns, constraints, indexes,
-- triggers, rules, policies, functions, types, sequences, statistics and all privileges. OIDs and
-- comments are left out, so a rule that is dropped and made again as it was counts as unchanged.
-- What extensions brought is theirs.
with
    own_schema as (
        select n.oid, n.nspname, n.nspowner, n.nspacl
        from pg_catalog.pg_namespace as n
        where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
    ),
    extension_member as materialized (
        select d.classid, d.objid
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
    ),
    own_relation as materialized (
        select c.*, pg_catalog.format('%I.%I', n.nspname, c.relname) as full_name
        from pg_catalog.pg_class as c
        join own_schema as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c', 'i', 'I')
            and not exists (
                select
                from extension_member as e
                where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid
            )
    ),
    line as (
        select pg_catalog.concat_ws('|', 'schema', nspname, nspowner::regrole, nspacl) as text
        from own_schema
        union all
        select pg_catalog.concat_ws(
            '|', 'relation', relkind, full_name, relowner::regrole, relpersistence,
            relrowsecurity, relforcerowsecurity, relreplident, reloptions, relacl,
            pg_catalog.pg_get_expr(relpartbound, oid),
            case when relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(oid) end
        )
        from own_relation
        union all
        -- Counted among those still there: dropping a column leaves a gap in attnum.
        select pg_catalog.concat_ws(
            '|', 'column', r.full_name,
            pg_catalog.row_number() over (partition by a.attrelid order by a.attnum),
            a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation,
            a.attnotnull, a.attidentity, a.attgenerated, a.attislocal, a.attstorage,
            a.attcompression, a.attoptions, a.attacl, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
        )
        from own_relation as r
        join pg_catalog.pg_attribute as a on a.attrelid = r.oid
        left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attnum > 0 and not a.attisdropped and r.relkind not in ('i', 'I', 'S')
        union all
        select pg_catalog.concat_ws(
            '|', 'constraint', r.full_name, k.conname, pg_catalog.pg_get_constraintdef(k.oid)
        )
        from pg_catalog.pg_constraint as k
        join own_relation as r on r.oid = k.conrelid
        union all
        select pg_catalog.concat_ws(
            '|', 'domain constraint', n.nspname, t.typname, k.conname,
            pg_catalog.pg_get_constraintdef(k.oid)
        )
        from pg_catalog.pg_constraint as k
        join pg_catalog.pg_type as t on t.oid = k.contypid
        join own_schema as n on n.oid = t.typnamespace
        union all
        select pg_catalog.concat_ws(
            '|', 'index', pg_catalog.pg_get_indexdef(i.indexrelid), i.indisvalid,
            i.indisclustered, i.indisreplident, i.indimmediate
        )
        from pg_catalog.pg_index as i
        join own_relation as r on r.oid = i.indexrelid
        union all
        select pg_catalog.concat_ws(
            '|', 'trigger', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)
        )
        from pg_catalog.pg_trigger as t
        join own_relation as r on r.oid = t.tgrelid
        where not t.tgisinternal
        union all
        select pg_catalog.concat_ws(
            '|', 'rule', w.ev_enabled, pg_catalog.pg_get_ruledef(w.oid)
        )
        from pg_catalog.pg_rewrite as w
        join own_relation as r on r.oid = w.ev_class
        where w.rulename <> '_RETURN'
        union all
        select pg_catalog.concat_ws(
            '|', 'policy', r.full_name, p.polname, p.polcmd, p.polpermissive,
            p.polroles::regrole[], pg_catalog.pg_get_expr(p.polqual, p.polrelid),
            pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
        )
        from pg_catalog.pg_policy as p
        join own_relation as r on r.oid = p.polrelid
        union all
        select pg_catalog.concat_ws(
            '|', 'function', p.prokind, p.proowner::regrole, p.proacl,
            case
                when p.prokind = 'a' then pg_catalog.format('%s %s', p.oid::regprocedure, a.*)
                else pg_catalog.pg_get_functiondef(p.oid)
            end
        )
        from pg_catalog.pg_proc as p
        join own_schema as n on n.oid = p.pronamespace
        left join pg_catalog.pg_aggregate as a on a.aggfnoid = p.oid
        where
            not exists (
                select
                from extension_member as e
                where e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and e.objid = p.oid
            )
        union all
        select pg_catalog.concat_ws(
            '|', 'type', n.nspname, t.typname, t.typtype, t.typowner::regrole, t.typacl,
            pg_catalog.format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typnotnull,
            t.typdefault, t.typcollation::regcollation,
            (
                select pg_catalog.string_agg(
                    pg_catalog.quote_literal(e.enumlabel), ',' order by e.enumsortorder
                )
                from pg_catalog.pg_enum as e
                where e.enumtypid = t.oid
            ),
            (
                select pg_catalog.format_type(g.rngsubtype, null)
                from pg_catalog.pg_range as g
                where g.rngtypid = t.oid
            )
        )
        from pg_catalog.pg_type as t
        join own_schema as n on n.oid = t.typnamespace
        where
            t.typtype in ('e', 'd', 'r', 'b')
            and t.typelem = 0
            and not exists (
                select
                from extension_member as e
                where e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and e.objid = t.oid
            )
        union all
        select pg_catalog.concat_ws(
            '|', 'sequence', r.full_name, s.seqtypid::regtype, s.seqstart, s.seqincrement,
            s.seqmin, s.seqmax, s.seqcache, s.seqcycle
        )
        from pg_catalog.pg_sequence as s
        join own_relation as r on r.oid = s.seqrelid
        union all
        select pg_catalog.concat_ws('|', 'statistics', pg_catalog.pg_get_statisticsobjdef(s.oid))
        from pg_catalog.pg_statistic_ext as s
        join own_schema as n on n.oid = s.stxnamespace
        union all
        select pg_catalog.concat_ws(
            '|', 'default privileges', d.defaclrole::regrole, d.defaclnamespace::regnamespace,
            d.defaclobjtype, d.defaclacl
        )
        from pg_catalog.pg_default_acl as d
        union all
        select pg_catalog.concat_ws('|', 'event trigger', t.evtname, t.evtevent, t.evtenabled)
        from pg_catalog.pg_event_trigger as t
        union all
        select pg_catalog.concat_ws(
            '|', 'inherits', i.inhrelid::regclass, i.inhparent::regclass, i.inhseqno
        )
        from pg_catalog.pg_inherits as i
        union all
        select pg_catalog.concat_ws('|', 'extension', e.extname, e.extversion)
        from pg_catalog.pg_extension as e
    )
select pg_catalog.encode(
    pg_catalog.sha256(
        pg_catalog.convert_to(
            pg_catalog.string_agg(line.text, e'\n' order by line.text collate "C"), 'UTF8'
        )
    ),
    'hex'
) as digest
from line
