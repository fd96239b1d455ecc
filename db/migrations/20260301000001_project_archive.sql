-- When an ended project was put away. Completed and cancelled say how it ended; neither says
-- whether people still look at it.

-- migrate:up

alter table public.projects
add column archived_at timestamptz,
add constraint projects_archived_has_ended_check
    check (archived_at is null or status in ('completed', 'cancelled'));
comment on column public.projects.archived_at is
    'When it was put away, out of the lists of current projects; null until then.';
comment on constraint projects_archived_has_ended_check on public.projects is
    'What is still going on is not put away.';

-- migrate:down

alter table public.projects
drop constraint projects_archived_has_ended_check,
drop column archived_at;
