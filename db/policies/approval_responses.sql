-- Approval responses: seen by whoever sees the request; everybody answers for themselves. An
-- answer is changed, not deleted.

alter table public.approval_responses enable row level security;
alter table public.approval_responses force row level security;

-- Privileges

revoke all on public.approval_responses from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_responses to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_responses to bduf_app, bduf_admin;
grant update (decision, comments, conditions, responded_at, approval_data)
on public.approval_responses
to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_responses_readonly_select on public.approval_responses;
create policy approval_responses_readonly_select on public.approval_responses
for select
to bduf_readonly
using (request_id = any ((select public.current_approval_request_ids())::uuid[]));
comment on policy approval_responses_readonly_select on public.approval_responses is
    'Answers to the requests that one sees.';

drop policy if exists approval_responses_app_insert on public.approval_responses;
create policy approval_responses_app_insert on public.approval_responses
for insert
to bduf_app
with check (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
);
comment on policy approval_responses_app_insert on public.approval_responses is
    'One answers visible requests, for oneself.';

drop policy if exists approval_responses_app_update on public.approval_responses;
create policy approval_responses_app_update on public.approval_responses
for update
to bduf_app
using (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
)
with check (
    request_id = any ((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
);
comment on policy approval_responses_app_update on public.approval_responses is
    'A change of mind changes one''s own answer.';

drop policy if exists approval_responses_platform_all on public.approval_responses;
create policy approval_responses_platform_all on public.approval_responses
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_responses_platform_all on public.approval_responses is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
