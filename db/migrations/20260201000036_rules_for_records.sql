-- What snapshots and the entries of the two logs cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

alter table public.project_analytics
add constraint project_analytics_counts_add_up_check
    check (
        total_tasks >= 0
        and completed_tasks >= 0
        and in_progress_tasks >= 0
        and blocked_tasks >= 0
        and completed_tasks + in_progress_tasks + blocked_tasks <= total_tasks
    )
        not valid,
add constraint project_analytics_counts_are_not_negative_check
    check (active_team_members >= 0 and collaboration_sessions_count >= 0) not valid,
add constraint project_analytics_hours_are_amounts_check
    check (
        total_estimated_hours >= 0
        and total_estimated_hours <> 'NaN'
        and total_actual_hours >= 0
        and total_actual_hours <> 'NaN'
    )
        not valid,
add constraint project_analytics_requirements_completeness_is_a_share_check
    check (requirements_completeness between 0 and 1) not valid,
add constraint project_analytics_architecture_coherence_is_a_share_check
    check (architecture_coherence_score between 0 and 1) not valid,
add constraint project_analytics_risk_score_is_on_the_scale_check
    check (risk_score between 0 and 4.5) not valid,
add constraint project_analytics_custom_metrics_are_an_object_check
    check (jsonb_typeof(custom_metrics) = 'object') not valid;
comment on constraint project_analytics_counts_add_up_check on public.project_analytics is
    'No state has less than no task, and all together have no more than there are.';
comment on constraint project_analytics_counts_are_not_negative_check on public.project_analytics is
    'People and sessions are counted from 0.';
comment on constraint project_analytics_hours_are_amounts_check on public.project_analytics is
    'Hours are nothing or more, and a number.';
comment on constraint project_analytics_requirements_completeness_is_a_share_check on public.project_analytics is
    'A share, 0 to 1; null without requirements.';
comment on constraint project_analytics_architecture_coherence_is_a_share_check on public.project_analytics is
    'A share, 0 to 1; null if not assessed.';
comment on constraint project_analytics_risk_score_is_on_the_scale_check on public.project_analytics is
    'The scale of project_risks.risk_score: a maximum of scores, never a sum.';
comment on constraint project_analytics_custom_metrics_are_an_object_check on public.project_analytics is
    'custom_metrics is a JSON object.';

alter table public.user_activities
add constraint user_activities_action_is_not_blank_check check (action ~ '\S') not valid,
add constraint user_activities_entity_is_whole_check
    check ((entity_type is null) = (entity_id is null)) not valid,
add constraint user_activities_entity_type_is_known_check
    check (
        entity_type in (
            'organization',
            'user',
            'project',
            'task',
            'requirement',
            'architecture',
            'risk',
            'session',
            'approval_request'
        )
    )
        not valid,
add constraint user_activities_metadata_is_an_object_check
    check (jsonb_typeof(metadata) = 'object') not valid;
comment on constraint user_activities_action_is_not_blank_check on public.user_activities is
    'An act has a name.';
comment on constraint user_activities_entity_is_whole_check on public.user_activities is
    'An act has an object of a known kind, or none.';
comment on constraint user_activities_entity_type_is_known_check on public.user_activities is
    'What acts can be about: architecture stands for architecture_decisions.';
comment on constraint user_activities_metadata_is_an_object_check on public.user_activities is
    'metadata is a JSON object.';

alter table public.audit_logs
add constraint audit_logs_event_action_is_not_blank_check check (event_action ~ '\S') not valid,
add constraint audit_logs_target_is_whole_check
    check (target_id is null or target_type is not null) not valid,
add constraint audit_logs_target_type_is_a_table_check
    check (
        target_type in (
            'users',
            'organizations',
            'team_memberships',
            'projects',
            'tasks',
            'task_dependencies',
            'requirements',
            'architecture_decisions',
            'project_risks',
            'collaboration_sessions',
            'session_participants',
            'approval_workflows',
            'approval_requests',
            'approval_assignments',
            'approval_responses',
            'project_analytics',
            'user_activities',
            'audit_logs'
        )
    )
        not valid,
add constraint audit_logs_old_values_are_an_object_check
    check (jsonb_typeof(old_values) = 'object') not valid,
add constraint audit_logs_new_values_are_an_object_check
    check (jsonb_typeof(new_values) = 'object') not valid,
add constraint audit_logs_metadata_is_an_object_check
    check (jsonb_typeof(metadata) = 'object') not valid;
comment on constraint audit_logs_event_action_is_not_blank_check on public.audit_logs is
    'An event has a name.';
comment on constraint audit_logs_target_is_whole_check on public.audit_logs is
    'A target belongs to a table; an event of a whole table has no single target.';
comment on constraint audit_logs_target_type_is_a_table_check on public.audit_logs is
    'The tables of this schema that events can be about.';
comment on constraint audit_logs_old_values_are_an_object_check on public.audit_logs is
    'old_values is a JSON object or null.';
comment on constraint audit_logs_new_values_are_an_object_check on public.audit_logs is
    'new_values is a JSON object or null.';
comment on constraint audit_logs_metadata_is_an_object_check on public.audit_logs is
    'metadata is a JSON object.';

-- migrate:down

alter table public.audit_logs
drop constraint audit_logs_metadata_is_an_object_check,
drop constraint audit_logs_new_values_are_an_object_check,
drop constraint audit_logs_old_values_are_an_object_check,
drop constraint audit_logs_target_type_is_a_table_check,
drop constraint audit_logs_target_is_whole_check,
drop constraint audit_logs_event_action_is_not_blank_check;

alter table public.user_activities
drop constraint user_activities_metadata_is_an_object_check,
drop constraint user_activities_entity_type_is_known_check,
drop constraint user_activities_entity_is_whole_check,
drop constraint user_activities_action_is_not_blank_check;

alter table public.project_analytics
drop constraint project_analytics_custom_metrics_are_an_object_check,
drop constraint project_analytics_risk_score_is_on_the_scale_check,
drop constraint project_analytics_architecture_coherence_is_a_share_check,
drop constraint project_analytics_requirements_completeness_is_a_share_check,
drop constraint project_analytics_hours_are_amounts_check,
drop constraint project_analytics_counts_are_not_negative_check,
drop constraint project_analytics_counts_add_up_check;
