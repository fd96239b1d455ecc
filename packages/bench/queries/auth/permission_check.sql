/*
name: permission_check
about: Tells in which role a user may work on a project, by membership of its organisation.
parameters:
    project_id: uuid
    user_id: uuid
cases:
    member: { project_id: $biggest_project, user_id: $member_of_biggest_project }
    stranger: { project_id: $biggest_project, user_id: 00000000-0000-0000-0000-000000000000 }
index: projects_pkey
budget: { buffers: { member: 8, stranger: 7 } }
grows: bounded
target: { p95_ms: 5 }
empty: stranger
*/
select
    team_memberships.role,
    team_memberships.custom_permissions
from
    projects
    join team_memberships on team_memberships.organization_id = projects.organization_id
where
    projects.id = :project_id
    and team_memberships.user_id = :user_id
    and team_memberships.status = 'active';
