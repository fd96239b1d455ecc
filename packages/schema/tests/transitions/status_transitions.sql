-- The list of legal steps itself.

begin;

select plan(3);

select is_empty(
    $$
        select legal.*
        from public.status_transitions as legal
        join (values
            ('projects', 'project_status_enum'),
            ('tasks', 'task_status_enum'),
            ('approval_requests', 'approval_status_enum')
        ) as typed (subject, type) using (subject)
        where
            2 <> (
                select count(*)
                from pg_catalog.pg_enum
                where
                    enumtypid = format('public.%I', typed.type)::regtype
                    and enumlabel in (legal.from_status, legal.to_status)
            )
    $$,
    'every step leads from one label of the status to another'
);

select is_empty(
    $$
        select subject, from_status, to_status
        from public.status_transitions
        group by subject, from_status, to_status
        having count(*) > 1
    $$,
    'no step stands there twice'
);

select is_empty(
    $$
        select permission
        from public.status_transitions
        except
        select unnest(public.role_permissions('admin'))
    $$,
    'every step takes a permission that somebody can have'
);

select * from finish();

rollback;
