-- What requirements, decisions and risks cannot be, and what they can just about be.

begin;

select plan(40);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('a_requirement', '{"title": " "}', 'requirements_title_is_not_blank_check'),
    ('a_requirement', '{"description": ""}', 'requirements_description_is_not_blank_check'),
    (
        'a_requirement',
        '{"id": "00000000-0000-4000-8000-000000000001", "parent_requirement_id": '
        '"00000000-0000-4000-8000-000000000001"}',
        'requirements_parent_is_another_check'
    ),
    ('a_requirement', '{"version": 0}', 'requirements_version_is_counted_check'),
    (
        'a_requirement',
        '{"complexity_score": 1.01}',
        'requirements_complexity_score_is_a_share_check'
    ),
    (
        'a_requirement',
        '{"complexity_score": -0.01}',
        'requirements_complexity_score_is_a_share_check'
    ),
    (
        'a_requirement',
        '{"complexity_score": "NaN"}',
        'requirements_complexity_score_is_a_share_check'
    ),
    ('a_requirement', '{"effort_estimate_hours": -0.01}', 'requirements_effort_is_an_amount_check'),
    ('a_requirement', '{"effort_estimate_hours": "NaN"}', 'requirements_effort_is_an_amount_check'),
    ('a_requirement', '{"related_requirements": [null]}', 'requirements_related_are_others_check'),
    (
        'a_requirement',
        '{"id": "00000000-0000-4000-8000-000000000001", "related_requirements": '
        '["00000000-0000-4000-8000-000000000001"]}',
        'requirements_related_are_others_check'
    ),
    (
        'a_requirement',
        '{"acceptance_criteria": {}}',
        'requirements_acceptance_criteria_are_an_array_check'
    ),
    ('a_requirement', '{"test_cases": "none"}', 'requirements_test_cases_are_an_array_check'),
    ('a_requirement', '{"attachments": {}}', 'requirements_attachments_are_an_array_check'),
    (
        'a_requirement',
        '{"custom_attributes": []}',
        'requirements_custom_attributes_are_an_object_check'
    ),
    (
        'an_architecture_decision',
        '{"title": " "}',
        'architecture_decisions_title_is_not_blank_check'
    ),
    (
        'an_architecture_decision',
        '{"description": " "}',
        'architecture_decisions_description_is_not_blank_check'
    ),
    (
        'an_architecture_decision',
        '{"decision": " "}',
        'architecture_decisions_decision_is_not_blank_check'
    ),
    (
        'an_architecture_decision',
        '{"id": "00000000-0000-4000-8000-000000000001", "status": "superseded", '
        '"superseded_by": "00000000-0000-4000-8000-000000000001"}',
        'architecture_decisions_superseded_by_is_another_check'
    ),
    (
        'an_architecture_decision',
        '{"status": "superseded"}',
        'architecture_decisions_superseded_names_its_successor_check'
    ),
    (
        'an_architecture_decision',
        '{"status": "proposed", "decided_at": "2030-01-01T00:00:00Z"}',
        'architecture_decisions_open_is_not_decided_check'
    ),
    (
        'an_architecture_decision',
        '{"status": "review", "decided_at": "2030-01-01T00:00:00Z"}',
        'architecture_decisions_open_is_not_decided_check'
    ),
    (
        'an_architecture_decision',
        '{"status": "proposed", "decided_by": "00000000-0000-4000-8000-000000000001"}',
        'architecture_decisions_open_is_not_decided_check'
    ),
    (
        'an_architecture_decision',
        '{"version": 0}',
        'architecture_decisions_version_is_counted_check'
    ),
    (
        'an_architecture_decision',
        '{"options_considered": {}}',
        'architecture_decisions_options_considered_are_an_array_check'
    ),
    (
        'an_architecture_decision',
        '{"evaluation_criteria": []}',
        'architecture_decisions_evaluation_criteria_are_an_object_check'
    ),
    (
        'an_architecture_decision',
        '{"risk_assessment": []}',
        'architecture_decisions_risk_assessment_is_an_object_check'
    ),
    (
        'an_architecture_decision',
        '{"trade_offs": []}',
        'architecture_decisions_trade_offs_are_an_object_check'
    ),
    ('a_project_risk', '{"title": " "}', 'project_risks_title_is_not_blank_check'),
    ('a_project_risk', '{"description": " "}', 'project_risks_description_is_not_blank_check'),
    (
        'a_project_risk',
        '{"identified_at": "2030-01-02T00:00:00Z", "mitigated_at": "2030-01-01T00:00:00Z"}',
        'project_risks_mitigated_after_identified_check'
    )
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    ('a_requirement', '{"complexity_score": 0}'),
    ('a_requirement', '{"complexity_score": 1}'),
    ('a_requirement', '{"effort_estimate_hours": 0}'),
    ('a_requirement', '{"version": 1}'),
    ('an_architecture_decision', '{"status": "approved"}'),
    ('an_architecture_decision', '{"status": "rejected", "decided_at": "2030-01-01T00:00:00Z"}'),
    ('an_architecture_decision', '{"version": 1}'),
    (
        'a_project_risk',
        '{"identified_at": "2030-01-01T00:00:00Z", "mitigated_at": "2030-01-01T00:00:00Z"}'
    )
) as accepted (builder, attempt);

-- A label that the score does not know would make it null, and so does this.

delete from public.project_risks;
alter table public.project_risks alter column risk_score set expression as (null::numeric);

select throws_constraint(
    'select tap.a_project_risk()',
    '23514',
    'project_risks_risk_score_is_known_check',
    'project_risks_risk_score_is_known_check refuses a risk without a score'
);

select * from finish();

rollback;
