-- Which state of an approval request follows which, whoever writes. What is closed stays closed.

begin;

select plan(30);

create temporary table legal (from_status, to_statuses, final_decision) as
values
    ('pending', '{in_review,approved,rejected,cancelled,expired}'::text[], null),
    ('in_review', '{approved,rejected,cancelled,expired}', null),
    ('approved', '{}', 'approve'),
    ('rejected', '{}', 'reject'),
    ('cancelled', '{}', null),
    ('expired', '{}', null);

create temporary table step as
select
    legal.from_status,
    to_status::text,
    to_status::text = any (legal.to_statuses) as is_legal,
    tap.an_approval_request(
        jsonb_build_object('status', legal.from_status, 'final_decision', legal.final_decision)
    ) as request_id,
    case to_status when 'approved' then 'approve' when 'rejected' then 'reject' end as decision
from legal
cross join unnest(enum_range(null::public.approval_status_enum)) as to_status
where to_status::text <> legal.from_status;

create temporary table attempt as
select
    step.*,
    format(
        'update public.approval_requests set status = %L, final_decision = %L where id = %L',
        to_status,
        decision,
        request_id
    ) as statement
from step;

select case
    when is_legal
        then lives_ok(
            statement,
            format('a request that is %s may become %s', from_status, to_status)
        )
    else throws_ok(
        statement,
        'BD503',
        format('%s does not follow %s', to_status, from_status),
        format('a request that is %s may not become %s', from_status, to_status)
    )
end
from attempt
order by from_status, to_status;

select * from finish();

rollback;
