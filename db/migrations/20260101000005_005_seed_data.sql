-- Initial data: only what the schema itself refers to, in production too. Sample organizations,
-- users and projects are seeds, never migrations.

-- migrate:up

insert into public.users
    (
        id,
        email,
        username,
        password_hash,
        display_name,
        role,
        is_active,
        notification_settings,
        password_changed_at,
        created_at,
        updated_at
    )
values
    (
        '00000000-0000-0000-0000-000000000001',
        'system@bduf.invalid',
        'system',
        '$disabled$the-system-user-never-signs-in',
        'BDUF Orchestrator',
        'viewer',
        false,
        '{"email": false, "push": false, "in_app": false}',
        '2026-01-01 00:00:00+00',
        '2026-01-01 00:00:00+00',
        '2026-01-01 00:00:00+00'
    );

-- migrate:down

delete from public.users where id = '00000000-0000-0000-0000-000000000001';
