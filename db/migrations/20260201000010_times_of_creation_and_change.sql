-- When a row came and when it last changed, on the five tables that change and could not tell. The
-- two logs never change; their one time becomes that of the event instead of the transaction.

-- migrate:up

alter table public.team_memberships
add column created_at timestamptz not null default now(),
add column updated_at timestamptz not null default now();
comment on column public.team_memberships.created_at is
    'When the person was added or invited. Rows older than this column have the time it came.';
comment on column public.team_memberships.updated_at is
    'When any column last changed; set by trigger.';

alter table public.session_participants
add column created_at timestamptz not null default now(),
add column updated_at timestamptz not null default now();
comment on column public.session_participants.created_at is
    'When the guest was put on the list. Rows older than this column have the time it came.';
comment on column public.session_participants.updated_at is
    'When any column last changed; set by trigger.';

alter table public.approval_requests
add column created_at timestamptz not null default now(),
add column updated_at timestamptz not null default now();
comment on column public.approval_requests.created_at is
    'When the request was entered. Rows older than this column have the time it came.';
comment on column public.approval_requests.updated_at is
    'When any column last changed; set by trigger.';

alter table public.approval_responses
add column created_at timestamptz not null default now(),
add column updated_at timestamptz not null default now();
comment on column public.approval_responses.created_at is
    'When the first answer was given. Rows older than this column have the time it came.';
comment on column public.approval_responses.updated_at is
    'When the answer last changed; set by trigger.';

alter table public.project_analytics
add column created_at timestamptz not null default now(),
add column updated_at timestamptz not null default now();
comment on column public.project_analytics.created_at is
    'When the day was first measured. Rows older than this column have the time it came.';
comment on column public.project_analytics.updated_at is
    'When the day was last measured; set by trigger.';

create trigger _100_set_updated_at
before update on public.team_memberships
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.team_memberships is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.session_participants
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.session_participants is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.approval_requests
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.approval_requests is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.approval_responses
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.approval_responses is
    'Stamps updated_at on every update, even one that changes no value.';

create trigger _100_set_updated_at
before update on public.project_analytics
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.project_analytics is
    'Stamps updated_at on every update, even one that changes no value.';

-- now() is the start of the transaction: all that happened in one would bear the same time.

alter table public.user_activities alter column occurred_at set default clock_timestamp();
alter table public.audit_logs alter column occurred_at set default clock_timestamp();

-- migrate:down

alter table public.audit_logs alter column occurred_at set default now();
alter table public.user_activities alter column occurred_at set default now();

drop trigger _100_set_updated_at on public.project_analytics;
drop trigger _100_set_updated_at on public.approval_responses;
drop trigger _100_set_updated_at on public.approval_requests;
drop trigger _100_set_updated_at on public.session_participants;
drop trigger _100_set_updated_at on public.team_memberships;

alter table public.project_analytics drop column updated_at, drop column created_at;
alter table public.approval_responses drop column updated_at, drop column created_at;
alter table public.approval_requests drop column updated_at, drop column created_at;
alter table public.session_participants drop column updated_at, drop column created_at;
alter table public.team_memberships drop column updated_at, drop column created_at;
