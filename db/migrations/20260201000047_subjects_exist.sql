-- Columns that name a row of one of several tables cannot have a foreign key. What they name exists
-- and is of the same project when it is written; afterwards it may go, as the log's entries outlive
-- what they tell of. The functions here are copies; their sources are under functions/.

-- migrate:up

-- A row that the reader may not see has no project for them: whoever asks learns nothing about
-- other organizations, not even that the row exists.
--
-- In PL/pgSQL because it runs for every entry of the activity feed: 10,000 entries took 0.23 s, and
-- 0.53 s with the same branches in language sql.

create or replace function public.project_of_subject(p_type text, p_id uuid)
returns uuid
language plpgsql
stable
parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    case p_type
        when 'project' then
            return (
                select project.id
                from public.projects as project
                where project.id = p_id
            );
        when 'task' then
            return (
                select task.project_id
                from public.tasks as task
                where task.id = p_id
            );
        when 'requirement' then
            return (
                select requirement.project_id
                from public.requirements as requirement
                where requirement.id = p_id
            );
        when 'architecture' then
            return (
                select decision.project_id
                from public.architecture_decisions as decision
                where decision.id = p_id
            );
        when 'risk' then
            return (
                select risk.project_id
                from public.project_risks as risk
                where risk.id = p_id
            );
        when 'session' then
            return (
                select session.project_id
                from public.collaboration_sessions as session
                where session.id = p_id
            );
        when 'approval_request' then
            return (
                select request.project_id
                from public.approval_requests as request
                where request.id = p_id
            );
        else
            return null;
    end case;
end;
$$;

comment on function public.project_of_subject is
    'Project of what a type and an id name together; null if there is no such row or type.';

create or replace function public.check_approval_subject()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid := public.project_of_subject(new.subject_type, new.subject_id);
begin
    if v_project_id is null then
        raise exception
        using
            errcode = 'BD302',
            message = format('there is no %s %s to approve', new.subject_type, new.subject_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'approval_requests_subject_exists';
    elsif v_project_id <> new.project_id then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                '%s %s does not belong to project %s',
                new.subject_type,
                new.subject_id,
                new.project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'approval_requests_subject_in_project';
    end if;

    return null;
end;
$$;

comment on function public.check_approval_subject is
    'Row trigger after: what is to be approved exists (BD302) and is of the same project (BD303).';

create or replace function public.check_activity_entity()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_exists boolean;
begin
    if new.entity_type = 'user' then
        v_exists := exists (select from public.users as person where person.id = new.entity_id);
    elsif new.entity_type = 'organization' then
        v_exists := exists (
            select from public.organizations as organization
            where organization.id = new.entity_id
        );
    else
        v_project_id := public.project_of_subject(new.entity_type, new.entity_id);
        v_exists := v_project_id is not null;
    end if;

    if not v_exists then
        raise exception
        using
            errcode = 'BD302',
            message = format('there is no %s %s to act upon', new.entity_type, new.entity_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'user_activities_entity_exists';
    elsif v_project_id is not null and v_project_id is distinct from new.project_id then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                '%s %s belongs to project %s',
                new.entity_type,
                new.entity_id,
                v_project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'user_activities_entity_in_project';
    end if;

    return null;
end;
$$;

comment on function public.check_activity_entity is
    'Row trigger after: what was acted upon exists (BD302) and is of the same project (BD303).';

create or replace function public.check_related_requirements()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_different integer;
    v_known integer;
begin
    select count(distinct given.id), count(distinct requirement.id)
    into v_different, v_known
    from unnest(new.related_requirements) as given (id)
    left join public.requirements as requirement
        on requirement.id = given.id
        and requirement.project_id = new.project_id;

    if v_known < v_different then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                'requirement %s is related to one that is not in project %s',
                new.id,
                new.project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'related_requirements',
            constraint = 'requirements_related_in_project';
    elsif v_different < cardinality(new.related_requirements) then
        raise exception
        using
            errcode = 'BD304',
            message = format('requirement %s is related to another one twice', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'related_requirements',
            constraint = 'requirements_related_once';
    end if;

    return null;
end;
$$;

comment on function public.check_related_requirements is
    'Row trigger after: related requirements are of the same project (BD303), each once (BD304).';

-- Triggers: after the row is written, when its columns and foreign keys are known to be right.

create trigger _340_check_subject_insert
after insert on public.approval_requests
for each row
execute function public.check_approval_subject();
comment on trigger _340_check_subject_insert on public.approval_requests is
    'What is to be approved is there.';

create trigger _340_check_subject_update
after update on public.approval_requests
for each row
when
    (
        old.subject_type <> new.subject_type
        or old.subject_id <> new.subject_id
        or old.project_id <> new.project_id
    )
execute function public.check_approval_subject();
comment on trigger _340_check_subject_update on public.approval_requests is
    'What is to be approved instead is there.';

create trigger _340_check_entity
after insert on public.user_activities
for each row
when (new.entity_id is not null and new.activity_type <> 'delete')
execute function public.check_activity_entity();
comment on trigger _340_check_entity on public.user_activities is
    'What was acted upon is there, unless the act was to delete it.';

create trigger _340_check_related_insert
after insert on public.requirements
for each row
when (cardinality(new.related_requirements) > 0)
execute function public.check_related_requirements();
comment on trigger _340_check_related_insert on public.requirements is
    'The requirements that a new one is related to are there.';

create trigger _340_check_related_update
after update on public.requirements
for each row
when
    (
        cardinality(new.related_requirements) > 0
        and (
            old.related_requirements <> new.related_requirements
            or old.project_id <> new.project_id
        )
    )
execute function public.check_related_requirements();
comment on trigger _340_check_related_update on public.requirements is
    'The requirements that one becomes related to are there.';

-- migrate:down

drop trigger _340_check_related_update on public.requirements;
drop trigger _340_check_related_insert on public.requirements;
drop trigger _340_check_entity on public.user_activities;
drop trigger _340_check_subject_update on public.approval_requests;
drop trigger _340_check_subject_insert on public.approval_requests;

drop function public.check_related_requirements();
drop function public.check_activity_entity();
drop function public.check_approval_subject();
drop function public.project_of_subject(text, uuid);
