-- Asserts who may do what with a table, view or sequence, down to its columns: everybody who has
-- anything at all, where pgTAP asks for one role at a time and so never sees the one too many.
create or replace function tap.privileges(
    p_schema name,
    p_relation name
)
returns text
language sql
stable
set search_path = ''
as $$
    with relation as (
        select rel.oid, rel.relacl, rel.relowner
        from pg_catalog.pg_class as rel
        inner join pg_catalog.pg_namespace as sch on sch.oid = rel.relnamespace
        where sch.nspname = p_schema and rel.relname = p_relation
    ),

    granted as (
        select rel.relowner, who.grantee, who.privilege_type, who.is_grantable, null as columns
        from relation as rel
        cross join lateral pg_catalog.aclexplode(rel.relacl) as who
        union all
        select
            rel.relowner,
            who.grantee,
            who.privilege_type,
            who.is_grantable,
            pg_catalog.string_agg(
                pg_catalog.quote_ident(col.attname), ', ' order by col.attnum
            ) as columns
        from relation as rel
        inner join pg_catalog.pg_attribute as col on col.attrelid = rel.oid
        cross join lateral pg_catalog.aclexplode(col.attacl) as who
        where not col.attisdropped
        group by rel.relowner, who.grantee, who.privilege_type, who.is_grantable
    ),

    said as (
        select
            coalesce(pg_catalog.quote_ident(rol.rolname), 'public') as grantee,
            pg_catalog.concat(
                pg_catalog.lower(who.privilege_type),
                ' (' || who.columns || ')',
                case when who.is_grantable then ' with grant option' end
            ) as privilege
        from granted as who
        left join pg_catalog.pg_roles as rol on rol.oid = who.grantee
        where who.grantee <> who.relowner
    ),

    by_grantee as (
        select
            grantee || ': ' || pg_catalog.string_agg(
                privilege, ', ' order by privilege collate "C"
            ) as privileges
        from said
        group by grantee
    )

    select coalesce(
        pg_catalog.string_agg(privileges, '; ' order by privileges collate "C"), 'nobody'
    )
    from relation
    left join by_grantee on true
    having pg_catalog.count(*) > 0;
$$;

comment on function tap.privileges(name, name) is
'Who may do what with a table, view or sequence besides its owner, such as "clerk: insert, select,
update (price); public: select", in the order of the names; "nobody" where only the owner may, and
null if there is no such relation.';

create or replace function tap.privileges_are(
    p_schema name,
    p_relation name,
    p_privileges text
)
returns text
language sql
as $$
    select tap.is(
        tap.privileges(p_schema, p_relation),
        p_privileges,
        pg_catalog.format('privileges on %I.%I are %s', p_schema, p_relation, p_privileges)
    );
$$;

comment on function tap.privileges_are(name, name, text) is
'Passes only if tap.privileges gives exactly this text.';
