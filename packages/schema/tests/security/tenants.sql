-- One tenant against another: every table, in both roles of the application, by every kind of
-- stranger. What they try is in setup/09_tenants.sql.

begin;

create temporary table attacker as select tap.a_tenant('attackers') as id;
create temporary table victim as select tap.a_tenant('victims') as id;

create temporary table stranger as
select
    who,
    case who
        when 'a member elsewhere' then (select id::text from attacker)
        when 'an unknown id' then gen_random_uuid()::text
        when 'nobody' then ''
        else tap.a_user(jsonb_build_object('is_active', who <> 'a closed account'))::text
    end as id
from unnest(array[
    'a member elsewhere', 'nobody', 'an unknown id', 'a user of no organization',
    'an invited user', 'a suspended member', 'a former member', 'a closed account'
]) as known (who);

select tap.a_team_membership(
    jsonb_build_object(
        'organization_id', organizations.id,
        'user_id', stranger.id,
        'status', standing.status
    )
)
from public.organizations
join victim on victim.id = organizations.created_by
cross join stranger
join (values
    ('an invited user', 'invited'),
    ('a suspended member', 'suspended'),
    ('a former member', 'left'),
    ('a closed account', 'active')
) as standing (who, status) using (who);

-- What is about the strangers themselves is theirs to see, unless the account is closed.
insert into tap.tenant_row (tenant, table_name, id)
select stranger.who, mine.table_name, mine.id
from stranger
join (
    select 'users'::name as table_name, users.id, users.id as user_id
    from public.users
    union all
    select 'team_memberships', team_memberships.id, team_memberships.user_id
    from public.team_memberships
) as mine on mine.user_id::text = stranger.id
where stranger.who not in ('a member elsewhere', 'a closed account');

create temporary table attempt as
select
    role_name,
    who,
    table_name,
    tried.attempt,
    tried.statement,
    tap.outcome_as(role_name, stranger.id, tried.statement) as outcome
from (select distinct table_name from tap.tenant_row) as target
cross join stranger
cross join (values ('bduf_app'::name), ('bduf_readonly')) as acting (role_name)
cross join lateral tap.attempts(
    case who when 'a member elsewhere' then 'attackers' else who end,
    'victims',
    table_name
) as tried;

select plan((select count(distinct table_name)::integer + 2 from attempt));

select is(
    string_agg(distinct format('%s, %s: %s (%s)', role_name, who, attempt, outcome), e'\n')
        filter (where tap.gets_through(statement, outcome)),
    null,
    format('%s: none of %s attempts gets through', table_name, count(*))
)
from attempt
group by table_name
order by table_name;

-- Three have no id to be attacked by, and no role of the application any privilege: see roles.sql.
select set_eq(
    'select distinct table_name from attempt',
    $$select tablename
    from pg_catalog.pg_tables
    where
        schemaname = 'public'
        and tablename not in (
            'schema_migrations', 'hierarchy_guards', 'audit_seals', 'audit_retirements'
        )$$,
    'every table has been attacked'
);

select is(
    (select count(*) from attempt where tap.gets_through(statement, outcome)),
    0::bigint,
    format('%s attempts, 0 rows leaked', (select count(*) from attempt))
);

select * from finish();

rollback;
