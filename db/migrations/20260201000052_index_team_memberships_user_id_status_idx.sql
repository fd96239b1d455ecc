-- Serves my_organizations, approvals_waiting_for_me and every policy, from the index alone.

-- migrate:up transaction:false
create index concurrently team_memberships_user_id_status_idx on public.team_memberships (
    user_id,
    status
)
include (organization_id, role);

-- migrate:down transaction:false
drop index concurrently public.team_memberships_user_id_status_idx;
