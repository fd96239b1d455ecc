-- Approval assignments: seen by whoever sees the request, and named by them; the vote is cast or
-- passed on by whose vote it is.

alter table public.approval_assignments enable row level security;
alter table public.approval_assignments force row level security;

-- Privileges

revoke all on public.approval_assignments from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_assignments to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_assignments to bduf_app, bduf_admin;
grant update (delegated_to, delegated_at, decision, decided_at, updated_at)
on public.approval_assignments
to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_assignments_readonly_select on public.approval_assignments;
create policy approval_assignments_readonly_select on public.approval_assignments
for select
to bduf_readonly
using (request_id = any ((select public.current_approval_request_ids())::uuid[]));
comment on policy approval_assignments_readonly_select on public.approval_assignments is
    'Assignments of the requests that one sees.';

drop policy if exists approval_assignments_app_insert on public.approval_assignments;
create policy approval_assignments_app_insert on public.approval_assignments
for insert
to bduf_app
with check (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and approver_id = any ((select public.current_colleague_ids())::uuid[])
    and (
        delegated_to is null
        or delegated_to = any ((select public.current_colleague_ids())::uuid[])
    )
    and decision is null
);
comment on policy approval_assignments_app_insert on public.approval_assignments is
    'Colleagues are asked, about visible requests; nobody enters a vote for them.';

drop policy if exists approval_assignments_app_update on public.approval_assignments;
create policy approval_assignments_app_update on public.approval_assignments
for update
to bduf_app
using (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and (select public.current_user_id()) in (approver_id, delegated_to)
)
with check (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and (select public.current_user_id()) in (approver_id, delegated_to)
    and (
        delegated_to is null
        or delegated_to = any ((select public.current_colleague_ids())::uuid[])
    )
);
comment on policy approval_assignments_app_update on public.approval_assignments is
    'One votes, or passes the vote on to a colleague.';

drop policy if exists approval_assignments_platform_all on public.approval_assignments;
create policy approval_assignments_platform_all on public.approval_assignments
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_assignments_platform_all on public.approval_assignments is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
