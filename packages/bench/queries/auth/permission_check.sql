/*
name: permission_check
about: Tells in which role a user may work on a project, by membership of its organisation.
parameters:
    project_id: uuid
    user_id: uuid
cases:
    member: { project_id: $biggest_project, user_id: $member_of_biggest_project }
    stranger: { project_id: $biggest_project, user_id: $stranger_to_biggest_project }
index:
    - projects_pkey
    - team_memberships_organization_id_user_id_key
budget: { buffers: 999999 }
target: { p95_ms: 2 }
empty: stranger
*/
select
    team_memberships.role,
    team_memberships.custom_permissions
from projects
join team_memberships on team_memberships.organization_id = projects.organization_id
where
    projects.id = :project_id
    and team_memberships.user_id = :user_id
    and team_memberships.status = 'active';
