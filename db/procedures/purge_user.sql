-- What a user made, was assigned or approved goes on naming that user: handing it to somebody else
-- would be a lie. So the row can go only if nothing refers to it; else it stays without the person.

create or replace procedure public.purge_user(p_user_id uuid, p_reason text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform from public.users where id = p_user_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no user %s to purge', p_user_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'user.purged',
        p_reason,
        'users',
        p_user_id
    );

    delete from public.team_memberships where user_id = p_user_id;
    delete from public.session_participants where user_id = p_user_id;
    delete from public.user_activities where user_id = p_user_id;

    begin
        delete from public.users where id = p_user_id;
    exception
        when foreign_key_violation then
            update public.users
            set
                email = format('purged-%s@bduf.invalid', p_user_id),
                username = format('purged-%s', p_user_id),
                password_hash = '$disabled$this-account-was-purged',
                first_name = null,
                last_name = null,
                display_name = null,
                avatar_url = null,
                bio = null,
                timezone = 'UTC',
                permissions = '{}',
                role = 'viewer',
                is_active = false,
                is_verified = false,
                last_login_at = null,
                failed_login_attempts = 0,
                locked_until = null,
                api_key_hash = null,
                api_key_created_at = null,
                api_key_last_used = null,
                preferences = '{}',
                notification_settings = '{"email": false, "push": false, "in_app": false}'
            where id = p_user_id;
    end;
end;
$$;

comment on procedure public.purge_user is
    'Removes a person for good: the row, or all that is personal in it if other rows refer to it.';
