-- Accounts: what proves who somebody is, and how people come into organizations. No role reads
-- hashes.

-- migrate:up

-- A hash in PHC form is $algorithm$parameters$salt$digest. The application hashes the password
-- that was typed in with what comes before the digest and hands the result to sign_in: the digest
-- itself never leaves the database, so that nobody who can run SQL as the application can collect
-- hashes.

create or replace function public.password_salt(p_email text)
returns text
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
    select regexp_replace(account.password_hash, '[$][^$]*$', '')
    from public.users as account
    where lower(account.email) = lower(p_email) and account.is_active;
$$;

comment on function public.password_salt is
    'Algorithm, parameters and salt to hash a typed password with; null if nobody can sign in so.';

grant execute on function public.password_salt to bduf_app;

-- One statement, so that guesses made at the same time wait for each other at the row and all
-- count: each sees the failures and the lock that the one before it left. A failure is no error,
-- for an error would roll its own record back.

create or replace function public.sign_in(p_email text, p_password_hash text)
returns uuid
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.users as account
    set
        failed_login_attempts = case
            when account.password_hash = p_password_hash then 0
            else account.failed_login_attempts + 1
        end,
        locked_until = case
            when account.password_hash = p_password_hash then null
            when account.failed_login_attempts + 1 >= 5 then clock_timestamp(

            ) + interval '15 minutes'
            else account.locked_until
        end,
        last_login_at = case
            when account.password_hash = p_password_hash then clock_timestamp()
            else account.last_login_at
        end
    where
        lower(account.email) = lower(p_email)
        and account.is_active
        and (account.locked_until is null or account.locked_until <= clock_timestamp())
    returning
        case
            when account.password_hash = p_password_hash then account.id
        end;
$$;

comment on function public.sign_in is
    'The user with this address and hash, else null. Five failures lock for 15 minutes each time.';

grant execute on function public.sign_in to bduf_app;

-- The last use is noted to the minute: a request a millisecond would otherwise rewrite the row at
-- each, and the requests of one key would wait for each other.

create or replace function public.sign_in_with_api_key(p_api_key_hash text)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_user_id uuid;
    v_last_used timestamptz;
begin
    select account.id, account.api_key_last_used
    into v_user_id, v_last_used
    from public.users as account
    where account.api_key_hash = p_api_key_hash and account.is_active;

    if v_last_used is null or v_last_used < clock_timestamp() - interval '1 minute' then
        update public.users as account
        set api_key_last_used = clock_timestamp()
        where account.id = v_user_id;
    end if;

    return v_user_id;
end;
$$;

comment on function public.sign_in_with_api_key is
    'The user whose API key has this hash, else null. Notes when the key was last used.';

grant execute on function public.sign_in_with_api_key to bduf_app;

create or replace function public.register_user(
    p_email text,
    p_username text,
    p_password_hash text,
    p_display_name text default null
)
returns uuid
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    insert into public.users (id, email, username, password_hash, display_name)
    values (uuidv7(), p_email, p_username, p_password_hash, p_display_name)
    returning id;
$$;

comment on function public.register_user is
    'Opens an account with the least rights, in no organization and with an unverified address.';

grant execute on function public.register_user to bduf_app;

create or replace function public.change_password(p_old_hash text, p_new_hash text)
returns boolean
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    with
        changed as (
            update public.users as account
            set
                password_hash = p_new_hash,
                password_changed_at = clock_timestamp()
            where account.id = public.current_user_id() and account.password_hash = p_old_hash
            returning account.id
        )
    select exists (select from changed);
$$;

comment on function public.change_password is
    'Gives the current user a new password; false, and nothing done, if the old hash is wrong.';

grant execute on function public.change_password to bduf_app;

create or replace function public.set_api_key(p_api_key_hash text)
returns void
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.users as account
    set
        api_key_hash = p_api_key_hash,
        api_key_created_at = case
            when p_api_key_hash is not null then clock_timestamp()
        end,
        api_key_last_used = null
    where account.id = public.current_user_id();
$$;

comment on function public.set_api_key is
    'Replaces the API key of the current user; null takes it back.';

grant execute on function public.set_api_key to bduf_app;

create or replace function public.create_organization(p_name text, p_slug text)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_organization_id uuid := uuidv7();
begin
    if public.current_user_id() is null then
        raise sqlstate 'BD402'
        using
            message = 'an organization is founded by a user who is signed in',
            hint = 'Set bduf.user_id first.';
    end if;

    insert into public.organizations (id, name, slug, created_by)
    values (v_organization_id, p_name, p_slug, public.current_user_id());

    insert into public.team_memberships (id, organization_id, user_id, role, status)
    values (uuidv7(), v_organization_id, public.current_user_id(), 'admin', 'active');

    return v_organization_id;
end;
$$;

comment on function public.create_organization is
    'Founds an organization with the current user as its administrator.';

grant execute on function public.create_organization to bduf_app;

-- Nothing tells whether the address belongs to an account: not the result, and not what can be
-- seen afterwards, for who is invited becomes visible by accepting. Who has left is invited again.

create or replace function public.invite_member(
    p_organization_id uuid,
    p_email text,
    p_role public.user_role_enum default 'developer'
)
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_organization_id = any(public.current_administered_organization_ids()) is not true then
        raise sqlstate 'BD403'
        using message = 'only an administrator of the organization invites to it';
    end if;

    insert into public.team_memberships
        (id, organization_id, user_id, role, status, invited_by, joined_at)
    select
        uuidv7(),
        p_organization_id,
        invited.id,
        p_role,
        'invited',
        public.current_user_id(),
        null
    from public.users as invited
    where lower(invited.email) = lower(p_email) and invited.is_active
    on conflict (organization_id, user_id) do update
    set
        role = excluded.role,
        status = 'invited',
        invited_by = excluded.invited_by,
        left_at = null
    where team_memberships.status = 'left';
end;
$$;

comment on function public.invite_member is
    'Invites the account with this address, if there is one; administrators only.';

grant execute on function public.invite_member to bduf_app;

create or replace function public.answer_invitation(p_organization_id uuid, p_accepts boolean)
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update public.team_memberships as membership
    set
        status = case when p_accepts then 'active' else 'left' end::public.membership_status_enum,
        joined_at = case when p_accepts then clock_timestamp() else membership.joined_at end,
        left_at = case when not p_accepts then clock_timestamp() end
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status = 'invited';

    if not found then
        raise sqlstate 'BD404'
        using message = 'there is no open invitation of the current user to this organization';
    end if;
end;
$$;

comment on function public.answer_invitation is
    'Accepts or declines the current user''s invitation to an organization.';

grant execute on function public.answer_invitation to bduf_app;

create or replace function public.leave_organization(p_organization_id uuid)
returns void
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.team_memberships as membership
    set
        status = 'left',
        left_at = clock_timestamp()
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status in ('active', 'inactive');
$$;

comment on function public.leave_organization is
    'Ends the current user''s membership; what they did there stays.';

grant execute on function public.leave_organization to bduf_app;

-- migrate:down

drop function public.leave_organization;
drop function public.answer_invitation;
drop function public.invite_member;
drop function public.create_organization;
drop function public.set_api_key;
drop function public.change_password;
drop function public.register_user;
drop function public.sign_in_with_api_key;
drop function public.sign_in;
drop function public.password_salt;
