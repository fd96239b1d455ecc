-- The columns beside those of the specification: type, null and default as a whole.

begin;

select plan(20);

select column_is('public', table_name, column_name, definition)
from (values
    ('approval_requests', 'created_at', 'timestamp with time zone not null default now()'),
    ('approval_requests', 'updated_at', 'timestamp with time zone not null default now()'),
    ('approval_responses', 'created_at', 'timestamp with time zone not null default now()'),
    ('approval_responses', 'requested_by', 'uuid not null'),
    ('approval_responses', 'updated_at', 'timestamp with time zone not null default now()'),
    ('audit_retirements', 'entries_until', 'timestamp with time zone not null'),
    (
        'audit_retirements',
        'retired_at',
        'timestamp with time zone not null default clock_timestamp()'
    ),
    ('audit_seals', 'digest', 'bytea not null'),
    ('audit_seals', 'entries_digest', 'bytea not null'),
    ('audit_seals', 'entries_from', 'timestamp with time zone not null'),
    ('audit_seals', 'entries_until', 'timestamp with time zone not null'),
    ('audit_seals', 'entry_count', 'bigint not null'),
    ('audit_seals', 'sealed_at', 'timestamp with time zone not null'),
    ('hierarchy_guards', 'locked_by', 'xid8 not null'),
    ('project_analytics', 'created_at', 'timestamp with time zone not null default now()'),
    ('project_analytics', 'updated_at', 'timestamp with time zone not null default now()'),
    ('session_participants', 'created_at', 'timestamp with time zone not null default now()'),
    ('session_participants', 'updated_at', 'timestamp with time zone not null default now()'),
    ('team_memberships', 'created_at', 'timestamp with time zone not null default now()'),
    ('team_memberships', 'updated_at', 'timestamp with time zone not null default now()')
) as stated (table_name, column_name, definition);

select * from finish();

rollback;
