create or replace function public.risk_matrix(p_project_id uuid)
returns table (
    probability public.risk_probability_enum,
    impact public.risk_impact_enum,
    risks bigint,
    risk_score numeric
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        likelihood.probability,
        damage.impact,
        count(risk.id),
        max(risk.risk_score)
    from
        unnest(enum_range(null::public.risk_probability_enum)) as likelihood (probability)
        cross join unnest(enum_range(null::public.risk_impact_enum)) as damage (impact)
        left join public.project_risks as risk
            on risk.project_id = p_project_id
            and risk.probability = likelihood.probability
            and risk.impact = damage.impact
            and risk.status not in ('closed', 'occurred')
    group by likelihood.probability, damage.impact
    order by likelihood.probability desc, damage.impact;
$$;

comment on function public.risk_matrix is
    'All 25 cells of a project''s open risks, most likely first; the score is null in empty cells.';
