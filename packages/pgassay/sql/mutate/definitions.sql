-- What the assertions of pgassay, installed in the schema tap, say of every part of the schema $1:
-- the text that a suggested test compares with. Functions are known by their oid here, as how their
-- arguments are written depends on the search_path, which is to be the schema $1 alone.
select
    'constraint' as kind,
    c.relname as owner,
    k.conname as name,
    tap.constraint_definition(n.nspname, c.relname, k.conname) as definition
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1
union all
select
    'column',
    c.relname,
    a.attname,
    tap.column_definition(n.nspname, c.relname, a.attname)
from
    pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1 and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
union all
select 'index', t.relname, c.relname, tap.index_definition(n.nspname, t.relname, c.relname)
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_class as t on t.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
where n.nspname = $1 and t.relkind in ('r', 'p', 'm')
union all
select 'trigger', c.relname, t.tgname, tap.trigger_definition(n.nspname, c.relname, t.tgname)
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1 and not t.tgisinternal
union all
select 'policy', c.relname, p.polname, tap.policy_definition(n.nspname, c.relname, p.polname)
from
    pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1
union all
select 'row security', c.relname, c.relname, tap.row_security(n.nspname, c.relname)
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1 and c.relkind in ('r', 'p')
union all
select 'privileges', c.relname, c.relname, tap.privileges(n.nspname, c.relname)
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'S')
union all
select 'view', c.relname, c.relname, tap.view_definition(n.nspname, c.relname)
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = $1 and c.relkind = 'v'
union all
select 'arguments', p.oid::pg_catalog.text, p.proname, pg_catalog.oidvectortypes(p.proargtypes)
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = $1 and p.prokind in ('f', 'p')
union all
select
    'function',
    p.oid::pg_catalog.text,
    p.proname,
    tap.function_definition(n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes))
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = $1 and p.prokind in ('f', 'p')
union all
select
    'body',
    p.oid::pg_catalog.text,
    p.proname,
    pg_catalog.md5(coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc))
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = $1 and p.prokind in ('f', 'p')
union all
select
    'function privileges',
    p.oid::pg_catalog.text,
    p.proname,
    tap.function_privileges(n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes))
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = $1 and p.prokind in ('f', 'p')
order by 1, 2, 3;
