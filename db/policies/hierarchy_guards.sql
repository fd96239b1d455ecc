-- Hierarchy guards: locks that triggers write as the owner. Nobody else has any business here.

alter table public.hierarchy_guards enable row level security;
alter table public.hierarchy_guards force row level security;

revoke all on public.hierarchy_guards from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists hierarchy_guards_owner_all on public.hierarchy_guards;
create policy hierarchy_guards_owner_all on public.hierarchy_guards
for all
to bduf_owner
using (true)
with check (true);
comment on policy hierarchy_guards_owner_all on public.hierarchy_guards is
    'Triggers that run as the owner take and hold the guards.';
