-- Audit retirements: written by retire_audit_logs as the owner. Nobody else has any business here.

alter table public.audit_retirements enable row level security;
alter table public.audit_retirements force row level security;

revoke all on public.audit_retirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists audit_retirements_owner_all on public.audit_retirements;
create policy audit_retirements_owner_all on public.audit_retirements
for all to bduf_owner
using (true)
with check (true);
comment on policy audit_retirements_owner_all on public.audit_retirements is
    'Functions that run as the owner note which entries they removed.';
