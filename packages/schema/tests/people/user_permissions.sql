-- Who may do what, and where.

begin;

select plan(122);

create temporary table place as
select
    tap.a_team_project() as project_id,
    tap.a_project() as personal_project_id;

-- What each role may do, as the specification of the product has it.

create temporary table entitled (permission, roles) as
select
    permission,
    string_to_array(roles, ' ')
from (values
    (
        'project.view',
        'admin project_manager architect tech_lead developer designer qa_engineer business_analyst '
        'stakeholder viewer'
    ),
    ('project.manage', 'admin project_manager'),
    ('project.close', 'admin project_manager'),
    (
        'task.create',
        'admin project_manager architect tech_lead developer designer qa_engineer business_analyst'
    ),
    (
        'task.work',
        'admin project_manager architect tech_lead developer designer qa_engineer business_analyst'
    ),
    ('task.manage', 'admin project_manager architect tech_lead'),
    ('task.review', 'admin project_manager architect tech_lead qa_engineer'),
    (
        'approval.request',
        'admin project_manager architect tech_lead developer designer qa_engineer business_analyst '
        'stakeholder'
    ),
    (
        'approval.decide',
        'admin project_manager architect tech_lead developer designer qa_engineer business_analyst '
        'stakeholder'
    ),
    ('approval.manage', 'admin project_manager')
) as listed (permission, roles);

create temporary table member as
select
    role,
    tap.a_member_of(project_id, role) as user_id
from place
cross join unnest(enum_range(null::public.user_role_enum)) as role;

select is(
    public.has_permission(member.user_id, place.project_id, entitled.permission),
    member.role::text = any (entitled.roles),
    format(
        'a member with the role %s %s %s',
        member.role,
        case when member.role::text = any (entitled.roles) then 'has' else 'does not have' end,
        entitled.permission
    )
)
from place
cross join member
cross join entitled;

select set_eq(
    'select unnest(public.role_permissions(''admin''))',
    'select permission from entitled',
    'an administrator has every permission there is'
);

-- Standing.

create temporary table standing as
select
    tap.a_member_of(project_id, 'admin', attempt::jsonb) as user_id,
    expected,
    description
from place
cross join (values
    ('{"status": "active"}', true, 'an active member may look at the project'),
    ('{"status": "invited", "joined_at": null}', false, 'an invited person may not'),
    ('{"status": "inactive"}', false, 'an inactive member may not'),
    ('{"status": "suspended"}', false, 'a suspended member may not'),
    (
        '{"status": "left", "joined_at": "2020-01-01", "left_at": "2021-01-01"}',
        false,
        'a former member may not'
    )
) as listed (attempt, expected, description);

select is(
    public.has_permission(user_id, project_id, 'project.view'),
    expected,
    description
)
from standing
cross join place;

-- Sources.

create temporary table person as
select
    tap.a_member_of(project_id, 'viewer', '{"custom_permissions": ["task.review"]}') as helper_id,
    tap.a_member_of(project_id, 'admin') as closed_id,
    tap.a_user('{"role": "admin", "permissions": ["platform.support"]}') as platform_admin_id
from place;

update public.users
set is_active = false
where id = (select closed_id from person);

select ok(
    public.has_permission(helper_id, project_id, 'task.review'),
    'a membership may grant more than its role'
)
from person
cross join place;

select ok(
    not public.has_permission(closed_id, project_id, 'project.view'),
    'a closed account may do nothing, whatever its memberships say'
)
from person
cross join place;

select ok(
    not public.has_permission(platform_admin_id, project_id, 'project.view'),
    'an administrator of the platform may do nothing in an organization without membership'
)
from person
cross join place;

select results_eq(
    format(
        'select scope, role::text, permissions from public.user_permissions where user_id = %L',
        platform_admin_id
    ),
    $$values ('platform', 'admin', array['platform.support'])$$,
    'the role of an account counts on the platform and nowhere else'
)
from person;

select results_eq(
    format(
        'select scope from public.user_permissions where user_id = %L order by scope',
        helper_id
    ),
    $$values ('organization'), ('platform'), ('project')$$,
    'a member has one row for the platform, one for the organization and one a project'
)
from person;

select is_empty(
    format('select scope from public.user_permissions where user_id = %L', closed_id),
    'a closed account has a row nowhere'
)
from person;

select is(
    array(
        select granted.scope
        from public.user_permissions as granted
        where granted.user_id = standing.user_id
        order by granted.scope
    ),
    case when expected then array['organization', 'platform', 'project'] else array['platform'] end,
    description || ', and has rows to match'
)
from standing;

-- Personal projects.

select is(
    public.has_permission(created_by, id, 'project.close'),
    true,
    'the creator of a personal project may do everything in it'
)
from public.projects
join place on place.personal_project_id = projects.id;

select is(
    public.has_permission(platform_admin_id, personal_project_id, 'project.view'),
    false,
    'nobody else may even look at it'
)
from person
cross join place;

select is(
    public.has_permission(created_by, id, 'project.view'),
    false,
    'who created a project of an organization has no rights from that'
)
from public.projects
join place on place.project_id = projects.id;

update public.users
set is_active = false
where
    id = (
        select created_by
        from public.projects
        join place on place.personal_project_id = projects.id
    );

select is_empty(
    format('select from public.user_permissions where project_id = %L', personal_project_id),
    'nor the creator, once the account is closed'
)
from place;

select ok(
    'security_invoker=true' = any (reloptions),
    'the view shows a caller only what the caller may see'
)
from pg_catalog.pg_class
where oid = 'public.user_permissions'::regclass;

select * from finish();

rollback;
