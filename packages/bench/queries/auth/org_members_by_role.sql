/*
name: org_members_by_role
about: Lists the active members of an organisation who hold a role.
parameters:
    organization_id: uuid
    role: user_role_enum
cases:
    hot: { organization_id: $biggest_organization, role: developer }
    typical: { organization_id: $typical_organization, role: developer }
index: idx_users_organization_role
budget: { buffers: { hot: 630, typical: 69 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    users.id,
    users.display_name
from
    team_memberships
    join users on users.id = team_memberships.user_id
where
    team_memberships.organization_id = :organization_id
    and team_memberships.role = :role
    and team_memberships.status = 'active'
order by users.display_name, users.id;
