-- Trusted code says at the start of a transaction who acts: `set local bduf.user_id = '<id>'`, and
-- likewise impersonated_by, ip_address, user_agent and request_id. A malformed id or address fails
-- the change. The database user is recorded too: whoever may send free SQL may name anybody.

create or replace function public.audit_actor(
    out user_id uuid,
    out impersonated_by uuid,
    out ip_address inet,
    out user_agent text,
    out request_id text,
    out metadata jsonb
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        nullif(current_setting('bduf.user_id', true), '')::uuid,
        nullif(current_setting('bduf.impersonated_by', true), '')::uuid,
        nullif(current_setting('bduf.ip_address', true), '')::inet,
        nullif(current_setting('bduf.user_agent', true), ''),
        left(nullif(current_setting('bduf.request_id', true), ''), 100),
        jsonb_build_object('database_user', session_user);
$$;

comment on function public.audit_actor is
    'Who acts in this transaction and from where, as the settings bduf.* and the sign-in say.';
