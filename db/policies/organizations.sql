-- Organizations: seen by their members, changed by their administrators. They are founded by
-- create_organization; what is booked and paid for is changed by staff. Nobody deletes one.

alter table public.organizations enable row level security;
alter table public.organizations force row level security;

-- Privileges

revoke all on public.organizations from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.organizations to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.organizations to bduf_admin;
grant
    update (
        name,
        slug,
        description,
        website_url,
        updated_at,
        settings,
        billing_email,
        billing_address
    )
on public.organizations
to bduf_app;
grant
    update (
        name,
        slug,
        description,
        website_url,
        settings,
        subscription_plan,
        subscription_expires_at,
        updated_at,
        billing_email,
        billing_address
    )
on public.organizations
to bduf_admin;

-- Policies

drop policy if exists organizations_readonly_select on public.organizations;
create policy organizations_readonly_select on public.organizations
for select
to bduf_readonly
using (id = any ((select public.current_organization_ids())::uuid[]));
comment on policy organizations_readonly_select on public.organizations is
    'Members see their organization.';

drop policy if exists organizations_app_update on public.organizations;
create policy organizations_app_update on public.organizations
for update
to bduf_app
using (id = any ((select public.current_administered_organization_ids())::uuid[]))
with check (id = any ((select public.current_administered_organization_ids())::uuid[]));
comment on policy organizations_app_update on public.organizations is
    'Administrators keep their organization''s own data.';

drop policy if exists organizations_platform_all on public.organizations;
create policy organizations_platform_all on public.organizations
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy organizations_platform_all on public.organizations is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
