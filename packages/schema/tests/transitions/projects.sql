-- Which phase of a project follows which, whoever writes.

begin;

select plan(58);

create temporary table legal (from_status, to_statuses) as
values
    ('initiation', '{analysis,on_hold,cancelled}'::text[]),
    ('analysis', '{design,on_hold,cancelled}'),
    ('design', '{analysis,planning,on_hold,cancelled}'),
    ('planning', '{analysis,design,execution,on_hold,cancelled}'),
    ('execution', '{analysis,design,planning,completed,on_hold,cancelled}'),
    ('on_hold', '{initiation,analysis,design,planning,execution,cancelled}'),
    ('completed', '{execution}'),
    ('cancelled', '{}');

create temporary table step as
select
    legal.from_status,
    to_status::text,
    to_status::text = any (legal.to_statuses) as is_legal,
    tap.a_project(jsonb_build_object('status', legal.from_status)) as project_id
from legal
cross join unnest(enum_range(null::public.project_status_enum)) as to_status
where to_status::text <> legal.from_status;

select case
    when is_legal
        then lives_ok(
            format(
                'update public.projects set status = %L where id = %L',
                to_status,
                project_id
            ),
            format('a project in %s may become %s', from_status, to_status)
        )
    else throws_ok(
        format(
            'update public.projects set status = %L where id = %L',
            to_status,
            project_id
        ),
        'BD503',
        format('%s does not follow %s', to_status, from_status),
        format('a project in %s may not become %s', from_status, to_status)
    )
end
from step
order by from_status, to_status;

select lives_ok(
    format('update public.projects set status = status where id = %L', tap.a_project()),
    'a project may stay what it is'
);

select lives_ok(
    format(
        'update public.projects set name = %L where id = %L',
        'Survey of the bay',
        tap.a_project('{"status": "completed"}')
    ),
    'a completed project may be corrected'
);

select * from finish();

rollback;
