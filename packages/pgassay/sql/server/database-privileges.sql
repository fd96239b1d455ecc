-- Who may do what to a database, when that is not what PostgreSQL gives a new one.
select
    r.rolname as grantee,
    granted.privilege_type as privilege,
    granted.is_grantable as "isGrantable"
from
    pg_catalog.pg_database as d
    cross join lateral pg_catalog.aclexplode(d.datacl) as granted
    left join pg_catalog.pg_roles as r on r.oid = granted.grantee
where d.datname = $1
order by
    r.rolname nulls first,
    granted.privilege_type
