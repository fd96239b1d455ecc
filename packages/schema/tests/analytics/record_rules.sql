-- What snapshots and log entries cannot be, and what they can just about be.

begin;

select plan(68);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    (
        'a_project_snapshot',
        '{"total_tasks": 3, "completed_tasks": 50}',
        'project_analytics_counts_add_up_check'
    ),
    (
        'a_project_snapshot',
        '{"total_tasks": 3, "in_progress_tasks": -7}',
        'project_analytics_counts_add_up_check'
    ),
    ('a_project_snapshot', '{"total_tasks": -1}', 'project_analytics_counts_add_up_check'),
    ('a_project_snapshot', '{"completed_tasks": -1}', 'project_analytics_counts_add_up_check'),
    ('a_project_snapshot', '{"in_progress_tasks": -1}', 'project_analytics_counts_add_up_check'),
    ('a_project_snapshot', '{"blocked_tasks": -1}', 'project_analytics_counts_add_up_check'),
    (
        'a_project_snapshot',
        '{"active_team_members": -1}',
        'project_analytics_counts_are_not_negative_check'
    ),
    (
        'a_project_snapshot',
        '{"collaboration_sessions_count": -1}',
        'project_analytics_counts_are_not_negative_check'
    ),
    (
        'a_project_snapshot',
        '{"total_estimated_hours": -0.01}',
        'project_analytics_hours_are_amounts_check'
    ),
    (
        'a_project_snapshot',
        '{"total_estimated_hours": "NaN"}',
        'project_analytics_hours_are_amounts_check'
    ),
    (
        'a_project_snapshot',
        '{"total_actual_hours": -0.01}',
        'project_analytics_hours_are_amounts_check'
    ),
    (
        'a_project_snapshot',
        '{"total_actual_hours": "NaN"}',
        'project_analytics_hours_are_amounts_check'
    ),
    (
        'a_project_snapshot',
        '{"requirements_completeness": 1.01}',
        'project_analytics_requirements_completeness_is_a_share_check'
    ),
    (
        'a_project_snapshot',
        '{"requirements_completeness": -0.01}',
        'project_analytics_requirements_completeness_is_a_share_check'
    ),
    (
        'a_project_snapshot',
        '{"architecture_coherence_score": 1.01}',
        'project_analytics_architecture_coherence_is_a_share_check'
    ),
    (
        'a_project_snapshot',
        '{"architecture_coherence_score": -0.01}',
        'project_analytics_architecture_coherence_is_a_share_check'
    ),
    (
        'a_project_snapshot',
        '{"risk_score": -0.01}',
        'project_analytics_risk_score_is_on_the_scale_check'
    ),
    (
        'a_project_snapshot',
        '{"risk_score": 4.51}',
        'project_analytics_risk_score_is_on_the_scale_check'
    ),
    (
        'a_project_snapshot',
        '{"custom_metrics": []}',
        'project_analytics_custom_metrics_are_an_object_check'
    ),
    ('a_user_activity', '{"action": " "}', 'user_activities_action_is_not_blank_check'),
    ('a_user_activity', '{"entity_type": "task"}', 'user_activities_entity_is_whole_check'),
    (
        'a_user_activity',
        '{"activity_type": "delete", "entity_type": "banana", "entity_id": '
        '"00000000-0000-4000-8000-000000000001"}',
        'user_activities_entity_type_is_known_check'
    ),
    ('a_user_activity', '{"metadata": []}', 'user_activities_metadata_is_an_object_check'),
    ('an_audit_log', '{"event_action": ""}', 'audit_logs_event_action_is_not_blank_check'),
    (
        'an_audit_log',
        '{"target_id": "00000000-0000-4000-8000-000000000001"}',
        'audit_logs_target_is_whole_check'
    ),
    ('an_audit_log', '{"target_type": "bananas"}', 'audit_logs_target_type_is_a_table_check'),
    ('an_audit_log', '{"old_values": []}', 'audit_logs_old_values_are_an_object_check'),
    ('an_audit_log', '{"new_values": []}', 'audit_logs_new_values_are_an_object_check'),
    ('an_audit_log', '{"metadata": []}', 'audit_logs_metadata_is_an_object_check')
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    (
        'a_project_snapshot',
        '{"total_tasks": 3, "completed_tasks": 1, "in_progress_tasks": 1, "blocked_tasks": 1}'
    ),
    ('a_project_snapshot', '{"total_estimated_hours": 0, "total_actual_hours": 0}'),
    ('a_project_snapshot', '{"risk_score": 0}'),
    ('a_project_snapshot', '{"risk_score": 4.5}'),
    ('a_project_snapshot', '{"requirements_completeness": 0}'),
    ('a_project_snapshot', '{"requirements_completeness": 1}'),
    ('a_project_snapshot', '{"architecture_coherence_score": 0}'),
    ('a_project_snapshot', '{"architecture_coherence_score": 1}'),
    (
        'a_user_activity',
        '{"activity_type": "delete", "entity_type": "task", "entity_id": '
        '"00000000-0000-4000-8000-000000000001"}'
    ),
    (
        'an_audit_log',
        '{"target_type": "tasks", "target_id": "00000000-0000-4000-8000-000000000001"}'
    ),
    ('an_audit_log', '{"target_type": "tasks"}'),
    ('an_audit_log', '{"old_values": null, "new_values": {}}')
) as accepted (builder, attempt);

-- Every kind of thing that an act or an entry can be about.

select lives_ok(
    format(
        'select tap.a_user_activity(%L)',
        jsonb_build_object(
            'activity_type', 'delete',
            'entity_type', entity_type,
            'entity_id', gen_random_uuid()
        )
    ),
    format('an act can be about a thing of the kind %s', entity_type)
)
from (values
    ('organization'),
    ('user'),
    ('project'),
    ('task'),
    ('requirement'),
    ('architecture'),
    ('risk'),
    ('session'),
    ('approval_request')
) as kind (entity_type);

select lives_ok(
    format('select tap.an_audit_log(%L)', jsonb_build_object('target_type', target_type)),
    format('an entry can be about %s', target_type)
)
from (values
    ('users'),
    ('organizations'),
    ('team_memberships'),
    ('projects'),
    ('tasks'),
    ('task_dependencies'),
    ('requirements'),
    ('architecture_decisions'),
    ('project_risks'),
    ('collaboration_sessions'),
    ('session_participants'),
    ('approval_workflows'),
    ('approval_requests'),
    ('approval_assignments'),
    ('approval_responses'),
    ('project_analytics'),
    ('user_activities'),
    ('audit_logs')
) as kind (target_type);

select * from finish();

rollback;
