-- Enums: every label, in the order in which it sorts.

begin;

select plan(25);

select enum_has_labels(
    'public'::name,
    enum_name::name,
    string_to_array(labels, ' ')::name[],
    format('%s has its labels in order', enum_name)
)
from (values
    (
        'project_status_enum',
        'initiation analysis design planning execution completed cancelled on_hold'
    ),
    (
        'task_status_enum',
        'pending in_progress completed blocked cancelled needs_review approved rejected'
    ),
    ('complexity_level_enum', 'simple moderate complex very_complex'),
    ('priority_enum', 'low medium high critical'),
    (
        'user_role_enum',
        'admin project_manager architect tech_lead developer designer qa_engineer '
        'business_analyst stakeholder viewer'
    ),
    ('membership_status_enum', 'invited active inactive suspended left'),
    (
        'requirement_type_enum',
        'functional non_functional business technical security performance usability compliance'
    ),
    (
        'requirement_status_enum',
        'draft review approved implemented tested accepted rejected deprecated'
    ),
    (
        'architecture_category_enum',
        'system component deployment security integration data ui_ux performance'
    ),
    ('decision_status_enum', 'proposed review approved implemented superseded rejected'),
    (
        'risk_category_enum',
        'technical business security performance resource schedule quality external'
    ),
    ('risk_probability_enum', 'very_low low medium high very_high'),
    ('risk_impact_enum', 'very_low low medium high very_high'),
    ('risk_level_enum', 'very_low low medium high very_high'),
    ('risk_status_enum', 'identified assessed mitigated monitoring closed occurred'),
    (
        'session_type_enum',
        'requirements_review architecture_review planning standup retrospective design_session '
        'approval_meeting'
    ),
    ('session_status_enum', 'scheduled in_progress completed cancelled postponed'),
    ('participant_role_enum', 'facilitator presenter participant observer'),
    ('participant_status_enum', 'invited accepted declined joined left'),
    (
        'approval_type_enum',
        'requirement_approval architecture_approval design_approval implementation_approval '
        'release_approval change_request'
    ),
    ('approval_status_enum', 'pending in_review approved rejected cancelled expired'),
    ('approval_decision_enum', 'approve reject approve_with_conditions delegate'),
    (
        'approval_request_type_enum',
        'requirement architecture design implementation deployment change_request'
    ),
    (
        'activity_type_enum',
        'create update delete view approve reject assign unassign comment collaborate'
    ),
    (
        'audit_event_type_enum',
        'authentication authorization data_change configuration_change security_event '
        'system_event'
    )
) as documented (enum_name, labels);

select * from finish();

rollback;
