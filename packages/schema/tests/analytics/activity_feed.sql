-- The activity feed: how entries get in, and how old ones get out.

begin;

select plan(9);

select throws_ok(
    $$
    select public.record_activity(
        public.current_user_id(), null, 'view', 'chart.opened', null, null
    )
    $$,
    '23502',
    null,
    'an activity of nobody is refused'
);

create temporary table given as
select tap.a_user() as user_id, tap.a_project() as project_id;

select set_config('bduf.user_id', user_id::text, true) from given;
select set_config('bduf.ip_address', '192.0.2.7', true);
select set_config('bduf.user_agent', 'sextant/1.0', true);
select set_config('bduf.session_id', 'signed-in-1', true);

create temporary table logged as
select
    number,
    public.record_activity(
        public.current_user_id(),
        project_id,
        'view',
        'chart.opened',
        'project',
        project_id,
        jsonb_build_object('chart', 'burn-down', 'zoom', null),
        'Looked at the burn-down.'
    ) as id
from given, generate_series(1, 3) as number;

select is(count(*), 3::bigint, 'an activity is that of the transaction''s user, from where he is')
from
    logged
    join public.user_activities as activity using (id)
    join given using (user_id, project_id)
where
    ip_address = '192.0.2.7'
    and user_agent = 'sextant/1.0'
    and session_id = 'signed-in-1'
    and entity_id = given.project_id;

select is(
    array_agg(number order by activity.occurred_at),
    array_agg(number order by activity.id),
    'ids are in order of time'
)
from
    logged
    join public.user_activities as activity using (id);

select is(
    count(distinct activity.occurred_at),
    3::bigint,
    'activities of one transaction have their own times'
)
from
    logged
    join public.user_activities as activity using (id);

select is(
    array_agg(distinct description || ' ' || metadata::text),
    array['Looked at the burn-down. {"chart": "burn-down"}'],
    'an activity says what was done, without keys that have no value'
)
from
    logged
    join public.user_activities as activity using (id);

-- Retention.

select tap.a_user_activity(
    jsonb_build_object('occurred_at', now() - interval '1 year' - number * interval '1 day')
)
from generate_series(0, 4) as number;

select is(public.delete_old_activities('1 year 2 days'), 2::bigint, 'old activities are deleted');
select is(public.delete_old_activities('1 day', 2), 2::bigint, 'as many at a time as asked for');
select is(public.delete_old_activities('1 day', 2), 1::bigint, 'until none is left');

select is(count(*), 3::bigint, 'young ones stay')
from public.user_activities;

select * from finish();

rollback;
