-- The score of a risk: computed from probability and impact, never written.

begin;

select plan(30);

select matches(
    column_definition('public', 'project_risks', 'risk_score'),
    '^numeric\(3,2\) generated always as .+ stored$',
    'the score of a risk is generated and stored'
);

create temporary table cell as
select
    matrix.probability,
    place.impact,
    place.score,
    tap.a_project_risk(
        jsonb_build_object('probability', matrix.probability, 'impact', place.impact)
    ) as id
from (values
    ('very_low', array[0.10, 0.20, 0.30, 0.40, 0.50]),
    ('low', array[0.30, 0.60, 0.90, 1.20, 1.50]),
    ('medium', array[0.50, 1.00, 1.50, 2.00, 2.50]),
    ('high', array[0.70, 1.40, 2.10, 2.80, 3.50]),
    ('very_high', array[0.90, 1.80, 2.70, 3.60, 4.50])
) as matrix (probability, scores)
cross join lateral unnest(
    array['very_low', 'low', 'medium', 'high', 'very_high'],
    matrix.scores
) as place (impact, score);

select is(
    project_risks.risk_score,
    cell.score,
    format('probability %s and impact %s score %s', cell.probability, cell.impact, cell.score)
)
from cell
left join public.project_risks using (id);

create temporary table reassessed as
select tap.a_project_risk('{"probability": "very_low", "impact": "very_low"}') as id;

update public.project_risks
set probability = 'very_high'
where id = (select id from reassessed);

select is(risk_score, 0.90, 'the score follows the probability')
from public.project_risks
join reassessed using (id);

update public.project_risks
set impact = 'medium'
where id = (select id from reassessed);

select is(risk_score, 2.70, 'the score follows the impact')
from public.project_risks
join reassessed using (id);

select throws_ok(
    $$select tap.a_project_risk('{"risk_score": 1.50}')$$,
    '428C9',
    null,
    'a risk may not be recorded with a score of its own'
);

select throws_ok(
    'update public.project_risks set risk_score = 1.50',
    '428C9',
    null,
    'a score may not be overwritten'
);

select * from finish();

rollback;
