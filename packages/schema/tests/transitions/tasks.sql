-- Which state of a task follows which, whoever writes.

begin;

select plan(56);

create temporary table legal (from_status, to_statuses) as
values
    ('pending', '{in_progress,blocked,completed,cancelled}'::text[]),
    ('in_progress', '{pending,blocked,needs_review,completed,cancelled}'),
    ('blocked', '{pending,in_progress,cancelled}'),
    ('needs_review', '{in_progress,approved,rejected,cancelled}'),
    ('completed', '{in_progress}'),
    ('rejected', '{in_progress}'),
    ('cancelled', '{pending}'),
    ('approved', '{}');

create temporary table step as
select
    legal.from_status,
    to_status::text,
    to_status::text = any (legal.to_statuses) as is_legal,
    tap.a_task(jsonb_build_object('status', legal.from_status)) as task_id
from legal
cross join unnest(enum_range(null::public.task_status_enum)) as to_status
where to_status::text <> legal.from_status;

select case
    when is_legal
        then lives_ok(
            format('update public.tasks set status = %L where id = %L', to_status, task_id),
            format('a task that is %s may become %s', from_status, to_status)
        )
    else throws_ok(
        format('update public.tasks set status = %L where id = %L', to_status, task_id),
        'BD503',
        format('%s does not follow %s', to_status, from_status),
        format('a task that is %s may not become %s', from_status, to_status)
    )
end
from step
order by from_status, to_status;

select * from finish();

rollback;
