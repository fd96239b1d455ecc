-- What requirements, decisions and risks cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

alter table public.requirements
add constraint requirements_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint requirements_description_is_not_blank_check check (description ~ '\S') not valid,
add constraint requirements_parent_is_another_check check (id <> parent_requirement_id) not valid,
add constraint requirements_version_is_counted_check check (version >= 1) not valid,
add constraint requirements_complexity_score_is_a_share_check
    check (complexity_score between 0 and 1) not valid,
add constraint requirements_effort_is_an_amount_check
    check (effort_estimate_hours >= 0 and effort_estimate_hours <> 'NaN') not valid,
add constraint requirements_related_are_others_check
    check (
        array_position(related_requirements, null) is null
        and array_position(related_requirements, id) is null
    )
        not valid,
add constraint requirements_acceptance_criteria_are_an_array_check
    check (jsonb_typeof(acceptance_criteria) = 'array') not valid,
add constraint requirements_test_cases_are_an_array_check
    check (jsonb_typeof(test_cases) = 'array') not valid,
add constraint requirements_attachments_are_an_array_check
    check (jsonb_typeof(attachments) = 'array') not valid,
add constraint requirements_custom_attributes_are_an_object_check
    check (jsonb_typeof(custom_attributes) = 'object') not valid;
comment on constraint requirements_title_is_not_blank_check on public.requirements is
    'A requirement has a title that can be seen.';
comment on constraint requirements_description_is_not_blank_check on public.requirements is
    'A requirement says what it demands.';
comment on constraint requirements_parent_is_another_check on public.requirements is
    'A requirement does not refine itself; longer circles are refused by a trigger.';
comment on constraint requirements_version_is_counted_check on public.requirements is
    'Versions are counted from 1.';
comment on constraint requirements_complexity_score_is_a_share_check on public.requirements is
    'From 0, trivial, to 1, hardest.';
comment on constraint requirements_effort_is_an_amount_check on public.requirements is
    'Hours are nothing or more, and a number.';
comment on constraint requirements_related_are_others_check on public.requirements is
    'Every related requirement is one, and not the requirement itself.';
comment on constraint requirements_acceptance_criteria_are_an_array_check on public.requirements is
    'acceptance_criteria is a JSON array.';
comment on constraint requirements_test_cases_are_an_array_check on public.requirements is
    'test_cases is a JSON array.';
comment on constraint requirements_attachments_are_an_array_check on public.requirements is
    'attachments is a JSON array.';
comment on constraint requirements_custom_attributes_are_an_object_check on public.requirements is
    'custom_attributes is a JSON object.';

alter table public.architecture_decisions
add constraint architecture_decisions_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint architecture_decisions_description_is_not_blank_check
    check (description ~ '\S') not valid,
add constraint architecture_decisions_decision_is_not_blank_check check (decision ~ '\S') not valid,
add constraint architecture_decisions_superseded_by_is_another_check
    check (id <> superseded_by) not valid,
add constraint architecture_decisions_superseded_names_its_successor_check
    check ((status = 'superseded') = (superseded_by is not null)) not valid,
add constraint architecture_decisions_open_is_not_decided_check
    check (status not in ('proposed', 'review') or (decided_at is null and decided_by is null))
        not valid,
add constraint architecture_decisions_version_is_counted_check check (version >= 1) not valid,
add constraint architecture_decisions_options_considered_are_an_array_check
    check (jsonb_typeof(options_considered) = 'array') not valid,
add constraint architecture_decisions_evaluation_criteria_are_an_object_check
    check (jsonb_typeof(evaluation_criteria) = 'object') not valid,
add constraint architecture_decisions_risk_assessment_is_an_object_check
    check (jsonb_typeof(risk_assessment) = 'object') not valid,
add constraint architecture_decisions_trade_offs_are_an_object_check
    check (jsonb_typeof(trade_offs) = 'object') not valid;
comment on constraint architecture_decisions_title_is_not_blank_check on public.architecture_decisions is
    'A decision has a title that can be seen.';
comment on constraint architecture_decisions_description_is_not_blank_check on public.architecture_decisions is
    'A decision answers a question that somebody wrote down.';
comment on constraint architecture_decisions_decision_is_not_blank_check on public.architecture_decisions is
    'A decision decides something.';
comment on constraint architecture_decisions_superseded_by_is_another_check on public.architecture_decisions is
    'A decision does not take its own place; longer circles are refused by a trigger.';
comment on constraint architecture_decisions_superseded_names_its_successor_check on public.architecture_decisions is
    'Superseded and a successor go together.';
comment on constraint architecture_decisions_open_is_not_decided_check on public.architecture_decisions is
    'An open question was not decided, neither at some time nor by somebody.';
comment on constraint architecture_decisions_version_is_counted_check on public.architecture_decisions is
    'Revisions are counted from 1.';
comment on constraint architecture_decisions_options_considered_are_an_array_check on public.architecture_decisions is
    'options_considered is a JSON array.';
comment on constraint architecture_decisions_evaluation_criteria_are_an_object_check on public.architecture_decisions is
    'evaluation_criteria is a JSON object.';
comment on constraint architecture_decisions_risk_assessment_is_an_object_check on public.architecture_decisions is
    'risk_assessment is a JSON object.';
comment on constraint architecture_decisions_trade_offs_are_an_object_check on public.architecture_decisions is
    'trade_offs is a JSON object.';

alter table public.project_risks
add constraint project_risks_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint project_risks_description_is_not_blank_check check (description ~ '\S') not valid,
add constraint project_risks_risk_score_is_known_check check (risk_score is not null) not valid,
add constraint project_risks_mitigated_after_identified_check
    check (identified_at <= mitigated_at) not valid;
comment on constraint project_risks_title_is_not_blank_check on public.project_risks is
    'A risk has a title that can be seen.';
comment on constraint project_risks_description_is_not_blank_check on public.project_risks is
    'A risk says what could happen.';
comment on constraint project_risks_risk_score_is_known_check on public.project_risks is
    'A label of probability or impact that the score does not know is an error.';
comment on constraint project_risks_mitigated_after_identified_check on public.project_risks is
    'No risk is mitigated before it is seen.';

-- migrate:down

alter table public.project_risks
drop constraint project_risks_mitigated_after_identified_check,
drop constraint project_risks_risk_score_is_known_check,
drop constraint project_risks_description_is_not_blank_check,
drop constraint project_risks_title_is_not_blank_check;

alter table public.architecture_decisions
drop constraint architecture_decisions_trade_offs_are_an_object_check,
drop constraint architecture_decisions_risk_assessment_is_an_object_check,
drop constraint architecture_decisions_evaluation_criteria_are_an_object_check,
drop constraint architecture_decisions_options_considered_are_an_array_check,
drop constraint architecture_decisions_version_is_counted_check,
drop constraint architecture_decisions_open_is_not_decided_check,
drop constraint architecture_decisions_superseded_names_its_successor_check,
drop constraint architecture_decisions_superseded_by_is_another_check,
drop constraint architecture_decisions_decision_is_not_blank_check,
drop constraint architecture_decisions_description_is_not_blank_check,
drop constraint architecture_decisions_title_is_not_blank_check;

alter table public.requirements
drop constraint requirements_custom_attributes_are_an_object_check,
drop constraint requirements_attachments_are_an_array_check,
drop constraint requirements_test_cases_are_an_array_check,
drop constraint requirements_acceptance_criteria_are_an_array_check,
drop constraint requirements_related_are_others_check,
drop constraint requirements_effort_is_an_amount_check,
drop constraint requirements_complexity_score_is_a_share_check,
drop constraint requirements_version_is_counted_check,
drop constraint requirements_parent_is_another_check,
drop constraint requirements_description_is_not_blank_check,
drop constraint requirements_title_is_not_blank_check;
