-- What a database sets for its sessions, for all roles first. What only the start of a connection
-- can set is left out.
select
    r.rolname as "role",
    one.name,
    one.value
from
    pg_catalog.pg_db_role_setting as s
    join pg_catalog.pg_database as d on d.oid = s.setdatabase
    left join pg_catalog.pg_roles as r on r.oid = s.setrole
    cross join lateral (
        select
            pg_catalog.split_part(setting, '=', 1) as name,
            pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1) as value
        from pg_catalog.unnest(s.setconfig) as setting
    ) as one
    left join pg_catalog.pg_settings as known on known.name = one.name
where
    d.datname = $1
    and (known.context is null or known.context in ('user', 'superuser'))
order by
    s.setrole <> 0,
    r.rolname,
    one.name
