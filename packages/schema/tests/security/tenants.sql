-- One tenant against another: every table, in every role of the application, for every kind of
-- stranger. What counts as an attempt is in setup/08_tenants.sql.

begin;

create temporary table attacker as select tap.a_tenant('Attackers') as id;
create temporary table victim as select tap.a_tenant('Victims') as id;

-- Strangers: a member of another organization; someone who never signed in; somebody without any
-- organization; and people whom the victim's organization has invited, suspended or seen leave. Of
-- the last two it knows the names.
create temporary table stranger (who text, id text);

insert into stranger
values
    ('a member elsewhere', (select id from attacker)),
    ('nobody', ''),
    ('a user of no organization', tap.a_user()),
    ('an id that no user has', gen_random_uuid()),
    ('an invited user', tap.a_user()),
    ('a closed account', tap.a_user('{"is_active": false}'));

select tap.a_team_membership(
    jsonb_build_object(
        'organization_id',
        (select id from public.organizations where created_by = (select id from victim)),
        'user_id', stranger.id,
        'status', standing.status,
        'joined_at', case standing.status when 'active' then now() end
    )
)
from stranger
join (values
    ('an invited user', 'invited'),
    ('a closed account', 'active')
) as standing (who, status) using (who);

create temporary table attempt as
select
    role_name,
    who,
    table_name,
    tried.attempt,
    tap.outcome_as(role_name, stranger.id, tried.statement) as outcome
from (select distinct table_name from tap.tenant_row) as target
cross join stranger
cross join (values ('bduf_app'::name), ('bduf_readonly')) as acting (role_name)
cross join lateral
    tap.attempts(case who when 'a member elsewhere' then 'Attackers' end, 'Victims', table_name)
        as tried;

select plan((select count(distinct table_name)::integer + 2 from attempt));

select is(
    string_agg(distinct format('%s, %s: %s (%s)', role_name, who, attempt, outcome), e'\n')
        filter (where tap.gets_through(outcome)),
    null,
    format('%s: none of %s attempts gets through', table_name, count(*))
)
from attempt
group by table_name
order by table_name;

select is(
    (select count(distinct table_name) from attempt),
    (
        select count(*)
        from pg_catalog.pg_tables
        where schemaname = 'public' and tablename <> 'schema_migrations'
    ),
    'every table has been attacked'
);

select is(
    (select count(*) from attempt where tap.gets_through(outcome)),
    0::bigint,
    format('%s attempts, 0 rows leaked', (select count(*) from attempt))
);

select * from finish();

rollback;
