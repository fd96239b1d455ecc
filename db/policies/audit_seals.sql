-- Audit seals: written by seal_audit_logs and checked by verify_audit_logs, both as the owner. Who
-- monitors the server sees how old the last one is.

alter table public.audit_seals enable row level security;
alter table public.audit_seals force row level security;

revoke all on public.audit_seals from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists audit_seals_owner_all on public.audit_seals;
create policy audit_seals_owner_all on public.audit_seals
for all to bduf_owner
using (true)
with check (true);
comment on policy audit_seals_owner_all on public.audit_seals is
    'Functions that run as the owner seal the log and check the seals.';

drop policy if exists audit_seals_monitor_select on public.audit_seals;
create policy audit_seals_monitor_select on public.audit_seals
for select to pg_monitor
using (true);
comment on policy audit_seals_monitor_select on public.audit_seals is
    'Who monitors the server sees when the log was last sealed; seals say nothing about anybody.';
