-- Every label can be stored where its enum is used. Only a superseded decision needs more than its
-- label: it names its successor, as analysis/architecture_decisions.sql shows.

begin;

select plan(92);

create function pg_temp.stored(p_builder text, p_table regclass, p_column text, p_label text)
returns text
language plpgsql
as $$
declare
    v_stored text;
    v_id uuid;
begin
    execute format('select tap.%I($1)', p_builder)
    into v_id
    using jsonb_build_object(p_column, p_label);
    execute format('select %I::text from %s where id = $1', p_column, p_table)
    into v_stored
    using v_id;

    return v_stored;
end;
$$;

select is(
    pg_temp.stored(builder, format('public.%I', table_name)::regclass, column_name, label),
    label,
    format('%s.%s can be %s', table_name, column_name, label)
)
from (values
    ('a_project', 'projects', 'priority', 'priority_enum'),
    ('a_requirement', 'requirements', 'type', 'requirement_type_enum'),
    ('a_requirement', 'requirements', 'risk_level', 'risk_level_enum'),
    ('a_task', 'tasks', 'complexity', 'complexity_level_enum'),
    (
        'an_architecture_decision',
        'architecture_decisions',
        'category',
        'architecture_category_enum'
    ),
    ('an_architecture_decision', 'architecture_decisions', 'status', 'decision_status_enum'),
    ('a_project_risk', 'project_risks', 'category', 'risk_category_enum'),
    ('a_project_risk', 'project_risks', 'status', 'risk_status_enum'),
    ('a_collaboration_session', 'collaboration_sessions', 'session_type', 'session_type_enum'),
    ('a_collaboration_session', 'collaboration_sessions', 'status', 'session_status_enum'),
    ('a_session_participant', 'session_participants', 'role', 'participant_role_enum'),
    ('an_approval_workflow', 'approval_workflows', 'workflow_type', 'approval_type_enum'),
    ('an_approval_request', 'approval_requests', 'request_type', 'approval_request_type_enum'),
    ('a_user_activity', 'user_activities', 'activity_type', 'activity_type_enum'),
    ('an_audit_log', 'audit_logs', 'event_type', 'audit_event_type_enum')
) as used (builder, table_name, column_name, enum_name)
cross join lateral (
    select enumlabel::text as label
    from pg_catalog.pg_enum
    where enumtypid = format('public.%I', enum_name)::regtype
    order by enumsortorder
) as known
where (enum_name, label) <> ('decision_status_enum', 'superseded');

select * from finish();

rollback;
