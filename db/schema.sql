SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: monitoring; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA monitoring;


--
-- Name: SCHEMA monitoring; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA monitoring IS 'Views for whoever watches over the server; they hold no rows.';


--
-- Name: activity_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.activity_type_enum AS ENUM (
    'create',
    'update',
    'delete',
    'view',
    'approve',
    'reject',
    'assign',
    'unassign',
    'comment',
    'collaborate'
);


--
-- Name: TYPE activity_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.activity_type_enum IS 'What a user did, coarse enough to filter a feed by.';


--
-- Name: approval_decision_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.approval_decision_enum AS ENUM (
    'approve',
    'reject',
    'approve_with_conditions',
    'delegate'
);


--
-- Name: TYPE approval_decision_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.approval_decision_enum IS 'Answer of an approver. Delegate passes the vote on, so it never is a final decision.';


--
-- Name: approval_request_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.approval_request_type_enum AS ENUM (
    'requirement',
    'architecture',
    'design',
    'implementation',
    'deployment',
    'change_request'
);


--
-- Name: TYPE approval_request_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.approval_request_type_enum IS 'What a request wants approved: a single thing, where a workflow watches over a whole kind.';


--
-- Name: approval_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.approval_status_enum AS ENUM (
    'pending',
    'in_review',
    'approved',
    'rejected',
    'cancelled',
    'expired'
);


--
-- Name: TYPE approval_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.approval_status_enum IS 'State of a request. Pending and in_review are open; expired passed its due date undecided.';


--
-- Name: approval_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.approval_type_enum AS ENUM (
    'requirement_approval',
    'architecture_approval',
    'design_approval',
    'implementation_approval',
    'release_approval',
    'change_request'
);


--
-- Name: TYPE approval_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.approval_type_enum IS 'What a workflow watches over.';


--
-- Name: architecture_category_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.architecture_category_enum AS ENUM (
    'system',
    'component',
    'deployment',
    'security',
    'integration',
    'data',
    'ui_ux',
    'performance'
);


--
-- Name: TYPE architecture_category_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.architecture_category_enum IS 'Part of the architecture that a decision shapes.';


--
-- Name: audit_event_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.audit_event_type_enum AS ENUM (
    'authentication',
    'authorization',
    'data_change',
    'configuration_change',
    'security_event',
    'system_event'
);


--
-- Name: TYPE audit_event_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.audit_event_type_enum IS 'Class of an audited event. Entries of class data_change carry old and new values.';


--
-- Name: complexity_level_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.complexity_level_enum AS ENUM (
    'simple',
    'moderate',
    'complex',
    'very_complex'
);


--
-- Name: TYPE complexity_level_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.complexity_level_enum IS 'Judged difficulty of a project or task, in rising order: comparisons and sorting follow it.';


--
-- Name: decision_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.decision_status_enum AS ENUM (
    'proposed',
    'review',
    'approved',
    'implemented',
    'superseded',
    'rejected'
);


--
-- Name: TYPE decision_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.decision_status_enum IS 'Life of a decision. Superseded means that another decision, named by the row, took over.';


--
-- Name: membership_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.membership_status_enum AS ENUM (
    'invited',
    'active',
    'inactive',
    'suspended',
    'left'
);


--
-- Name: TYPE membership_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.membership_status_enum IS 'Standing of a member. Only active gives access; left keeps the history of a former member.';


--
-- Name: participant_role_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.participant_role_enum AS ENUM (
    'facilitator',
    'presenter',
    'participant',
    'observer'
);


--
-- Name: TYPE participant_role_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.participant_role_enum IS 'Part a person plays in one session, whatever their role in the organization.';


--
-- Name: participant_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.participant_status_enum AS ENUM (
    'invited',
    'accepted',
    'declined',
    'joined',
    'left'
);


--
-- Name: TYPE participant_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.participant_status_enum IS 'Accepted and declined answer the invitation; joined and left record the attendance.';


--
-- Name: priority_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.priority_enum AS ENUM (
    'low',
    'medium',
    'high',
    'critical'
);


--
-- Name: TYPE priority_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.priority_enum IS 'Urgency in rising order, so that descending order puts critical first.';


--
-- Name: project_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.project_status_enum AS ENUM (
    'initiation',
    'analysis',
    'design',
    'planning',
    'execution',
    'completed',
    'cancelled',
    'on_hold'
);


--
-- Name: TYPE project_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.project_status_enum IS 'Phase of a project. Completed and cancelled end it; on_hold suspends it, with a way back.';


--
-- Name: requirement_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.requirement_status_enum AS ENUM (
    'draft',
    'review',
    'approved',
    'implemented',
    'tested',
    'accepted',
    'rejected',
    'deprecated'
);


--
-- Name: TYPE requirement_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.requirement_status_enum IS 'Life of a requirement, draft to accepted; rejected and deprecated take it out of the scope.';


--
-- Name: requirement_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.requirement_type_enum AS ENUM (
    'functional',
    'non_functional',
    'business',
    'technical',
    'security',
    'performance',
    'usability',
    'compliance'
);


--
-- Name: TYPE requirement_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.requirement_type_enum IS 'Functional says what the system does; every other kind says under which condition it does it.';


--
-- Name: risk_category_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.risk_category_enum AS ENUM (
    'technical',
    'business',
    'security',
    'performance',
    'resource',
    'schedule',
    'quality',
    'external'
);


--
-- Name: TYPE risk_category_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.risk_category_enum IS 'Where a risk comes from; external is what the organization cannot influence.';


--
-- Name: risk_impact_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.risk_impact_enum AS ENUM (
    'very_low',
    'low',
    'medium',
    'high',
    'very_high'
);


--
-- Name: TYPE risk_impact_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.risk_impact_enum IS 'How much a risk would hurt. The labels count 1 to 5 in risk_score.';


--
-- Name: risk_level_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.risk_level_enum AS ENUM (
    'very_low',
    'low',
    'medium',
    'high',
    'very_high'
);


--
-- Name: TYPE risk_level_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.risk_level_enum IS 'How risky a requirement is to build, on the five steps also used for probability and impact.';


--
-- Name: risk_probability_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.risk_probability_enum AS ENUM (
    'very_low',
    'low',
    'medium',
    'high',
    'very_high'
);


--
-- Name: TYPE risk_probability_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.risk_probability_enum IS 'How likely a risk is. The labels count 0.1, 0.3, 0.5, 0.7 and 0.9 in risk_score.';


--
-- Name: risk_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.risk_status_enum AS ENUM (
    'identified',
    'assessed',
    'mitigated',
    'monitoring',
    'closed',
    'occurred'
);


--
-- Name: TYPE risk_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.risk_status_enum IS 'Handling of a risk. Closed means it can no longer happen, occurred that it did.';


--
-- Name: session_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.session_status_enum AS ENUM (
    'scheduled',
    'in_progress',
    'completed',
    'cancelled',
    'postponed'
);


--
-- Name: TYPE session_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.session_status_enum IS 'State of a session. A postponed one still waits for its new date, a cancelled one does not.';


--
-- Name: session_type_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.session_type_enum AS ENUM (
    'requirements_review',
    'architecture_review',
    'planning',
    'standup',
    'retrospective',
    'design_session',
    'approval_meeting'
);


--
-- Name: TYPE session_type_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.session_type_enum IS 'What people meet for.';


--
-- Name: task_dependency_kind_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.task_dependency_kind_enum AS ENUM (
    'finish_to_start',
    'start_to_start',
    'finish_to_finish',
    'start_to_finish'
);


--
-- Name: TYPE task_dependency_kind_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.task_dependency_kind_enum IS 'What a dependency ties: the first word is the predecessor''s end, the last the successor''s.';


--
-- Name: task_status_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.task_status_enum AS ENUM (
    'pending',
    'in_progress',
    'completed',
    'blocked',
    'cancelled',
    'needs_review',
    'approved',
    'rejected'
);


--
-- Name: TYPE task_status_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.task_status_enum IS 'State of a task. Pending, in_progress, blocked and needs_review are open; the others end it.';


--
-- Name: user_role_enum; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.user_role_enum AS ENUM (
    'admin',
    'project_manager',
    'architect',
    'tech_lead',
    'developer',
    'designer',
    'qa_engineer',
    'business_analyst',
    'stakeholder',
    'viewer'
);


--
-- Name: TYPE user_role_enum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.user_role_enum IS 'Role of a person: platform-wide in users, within one organization in team_memberships.';


--
-- Name: read_statements(); Type: FUNCTION; Schema: monitoring; Owner: -
--

CREATE FUNCTION monitoring.read_statements() RETURNS TABLE(database_user name, query_id bigint, query text, calls bigint, total_ms double precision, max_ms double precision, result_rows bigint, pages_hit bigint, pages_read bigint, temp_pages_written bigint, wal_bytes numeric)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_schema constant name := (
        select extnamespace::regnamespace
        from pg_extension
        where extname = 'pg_stat_statements'
    );
begin
    if v_schema is null or current_setting('pg_stat_statements.max', true) is null then
        return;
    end if;

    return query execute format(
        'select
            pg_get_userbyid(userid),
            queryid,
            query,
            calls,
            total_exec_time,
            max_exec_time,
            rows,
            shared_blks_hit,
            shared_blks_read,
            temp_blks_written,
            wal_bytes
        from %I.pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())',
        v_schema
    );
end;
$$;


--
-- Name: FUNCTION read_statements(); Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON FUNCTION monitoring.read_statements() IS 'The statements of this database in pg_stat_statements; none where that is not installed.';


--
-- Name: answer_invitation(uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.answer_invitation(p_organization_id uuid, p_accepts boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update public.team_memberships as membership
    set
        status = case when p_accepts then 'active' else 'left' end::public.membership_status_enum,
        joined_at = case when p_accepts then clock_timestamp() else membership.joined_at end,
        left_at = case when not p_accepts then clock_timestamp() end
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status = 'invited';

    if not found then
        raise sqlstate 'BD404'
        using message = 'there is no open invitation of the current user to this organization';
    end if;
end;
$$;


--
-- Name: FUNCTION answer_invitation(p_organization_id uuid, p_accepts boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.answer_invitation(p_organization_id uuid, p_accepts boolean) IS 'Accepts or declines the current user''s invitation to an organization.';


--
-- Name: archive_project(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.archive_project(IN p_project_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(p_actor_id, p_project_id, 'project.close');

    if v_project.archived_at is not null then
        return;
    end if;

    if v_project.status not in ('completed', 'cancelled') then
        raise sqlstate 'BD503'
        using
            message = format('a project that is %s cannot be archived', v_project.status),
            detail = format('project %s', p_project_id),
            hint = 'Complete or cancel it first.';
    end if;

    update public.projects as project
    set archived_at = clock_timestamp()
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.archived',
        'project',
        p_project_id
    );
end;
$$;


--
-- Name: PROCEDURE archive_project(IN p_project_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.archive_project(IN p_project_id uuid, IN p_actor_id uuid) IS 'Puts an ended project away, out of the lists of current ones; once more changes nothing.';


--
-- Name: assign_approver(uuid, uuid, integer, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.assign_approver(IN p_request_id uuid, IN p_approver_id uuid, IN p_step integer, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
begin
    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.manage');

    if p_approver_id = v_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_approver_id);
    end if;

    perform public.require_eligible(p_approver_id, v_request.project_id, 'approval.decide');

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and coalesce(vote.delegated_to, vote.approver_id) = p_approver_id
    ) then
        return;
    end if;

    insert into public.approval_assignments (id, request_id, approver_id, step)
    values (uuidv7(), p_request_id, p_approver_id, coalesce(p_step, 1));

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.approver_assigned',
        'approval_request',
        p_request_id,
        jsonb_build_object('approver', p_approver_id, 'step', p_step)
    );
end;
$$;


--
-- Name: PROCEDURE assign_approver(IN p_request_id uuid, IN p_approver_id uuid, IN p_step integer, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.assign_approver(IN p_request_id uuid, IN p_approver_id uuid, IN p_step integer, IN p_actor_id uuid) IS 'Gives one more person a vote on an open request; whoever has one already keeps just that.';


--
-- Name: assign_task(uuid, uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.assign_task(IN p_task_id uuid, IN p_assignee_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_eligible(p_assignee_id, v_task.project_id, 'task.work');
    perform public.require_open_task(v_task);

    if v_task.assigned_to = p_assignee_id then
        return;
    end if;

    if v_task.assigned_to is not null then
        raise sqlstate 'BD505'
        using
            message = 'somebody has the task already',
            detail = format('task %s is assigned to %s', p_task_id, v_task.assigned_to),
            hint = 'public.reassign_task() passes it on.';
    end if;

    update public.tasks as task
    set
        assigned_to = p_assignee_id,
        assigned_by = p_actor_id
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'assign',
        'task.assigned',
        'task',
        p_task_id,
        jsonb_build_object('to', p_assignee_id)
    );
end;
$$;


--
-- Name: PROCEDURE assign_task(IN p_task_id uuid, IN p_assignee_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.assign_task(IN p_task_id uuid, IN p_assignee_id uuid, IN p_actor_id uuid) IS 'Gives a task that nobody has to somebody who may work on it; once more changes nothing.';


--
-- Name: audit_actor(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_actor(OUT user_id uuid, OUT impersonated_by uuid, OUT ip_address inet, OUT user_agent text, OUT request_id text, OUT metadata jsonb) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        nullif(current_setting('bduf.user_id', true), '')::uuid,
        nullif(current_setting('bduf.impersonated_by', true), '')::uuid,
        nullif(current_setting('bduf.ip_address', true), '')::inet,
        nullif(current_setting('bduf.user_agent', true), ''),
        left(nullif(current_setting('bduf.request_id', true), ''), 100),
        jsonb_build_object('database_user', session_user);
$$;


--
-- Name: FUNCTION audit_actor(OUT user_id uuid, OUT impersonated_by uuid, OUT ip_address inet, OUT user_agent text, OUT request_id text, OUT metadata jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_actor(OUT user_id uuid, OUT impersonated_by uuid, OUT ip_address inet, OUT user_agent text, OUT request_id text, OUT metadata jsonb) IS 'Who acts in this transaction and from where, as the settings bduf.* and the sign-in say.';


--
-- Name: audit_deleted_rows(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_deleted_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'delete',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        old_row.id,
        scope.project_id,
        coalesce(
            (entry.old_values ->> 'organization_id')::uuid,
            (select organization_id from public.projects as prj where prj.id = scope.project_id),
            case tg_table_name when 'organizations' then old_row.id end
        ),
        entry.old_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        old_rows as old_row
        cross join public.audit_actor() as actor
        cross join lateral (
            select to_jsonb(old_row) - '{search_vector, password_hash, api_key_hash}'::text[]
            offset 0
        ) as entry (old_values)
        cross join lateral (
            select
                coalesce(
                    (entry.old_values ->> 'project_id')::uuid,
                    public.audited_project_id(tg_table_name, entry.old_values)
                )
            offset 0
        ) as scope (project_id);

    return null;
end;
$$;


--
-- Name: FUNCTION audit_deleted_rows(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_deleted_rows() IS 'Statement trigger: adds an audit entry for each deleted row, without secrets.';


--
-- Name: audit_entries_digest(timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_entries_digest(p_from timestamp with time zone, p_until timestamp with time zone, OUT entry_count bigint, OUT digest bytea) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
    select
        count(*),
        sha256(
            coalesce(
                string_agg(
                    sha256(convert_to(content::text, 'UTF8')),
                    ''::bytea
                    order by occurred_at, id
                ),
                ''
            )
        )
    from
        public.audit_logs
        cross join lateral (
            select
                jsonb_build_array(
                    id,
                    event_type,
                    event_action,
                    event_description,
                    user_id,
                    impersonated_by,
                    target_type,
                    target_id,
                    project_id,
                    organization_id,
                    old_values,
                    new_values,
                    occurred_at,
                    ip_address,
                    user_agent,
                    request_id,
                    metadata
                )
        ) as entry (content)
    where occurred_at >= p_from and occurred_at < p_until;
$$;


--
-- Name: FUNCTION audit_entries_digest(p_from timestamp with time zone, p_until timestamp with time zone, OUT entry_count bigint, OUT digest bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_entries_digest(p_from timestamp with time zone, p_until timestamp with time zone, OUT entry_count bigint, OUT digest bytea) IS 'Number and SHA-256 of the audit entries from one moment up to another, in order of time.';


--
-- Name: audit_inserted_rows(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_inserted_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'insert',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        new_row.id,
        scope.project_id,
        coalesce(
            (entry.new_values ->> 'organization_id')::uuid,
            (select organization_id from public.projects as prj where prj.id = scope.project_id),
            case tg_table_name when 'organizations' then new_row.id end
        ),
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        new_rows as new_row
        cross join public.audit_actor() as actor
        cross join lateral (
            select to_jsonb(new_row) - '{search_vector, password_hash, api_key_hash}'::text[]
            offset 0
        ) as entry (new_values)
        cross join lateral (
            select
                coalesce(
                    (entry.new_values ->> 'project_id')::uuid,
                    public.audited_project_id(tg_table_name, entry.new_values)
                )
            offset 0
        ) as scope (project_id);

    return null;
end;
$$;


--
-- Name: FUNCTION audit_inserted_rows(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_inserted_rows() IS 'Statement trigger: adds an audit entry for each new row, without secrets.';


--
-- Name: audit_seal_digest(bytea, bigint, timestamp with time zone, timestamp with time zone, bigint, bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_seal_digest(p_previous_digest bytea, p_seal_number bigint, p_entries_from timestamp with time zone, p_entries_until timestamp with time zone, p_entry_count bigint, p_entries_digest bytea) RETURNS bytea
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
    select
        sha256(
            coalesce(p_previous_digest, '') || convert_to(
                jsonb_build_array(
                    p_seal_number,
                    p_entries_from,
                    p_entries_until,
                    p_entry_count
                )::text,
                'UTF8'
            ) || p_entries_digest
        );
$$;


--
-- Name: FUNCTION audit_seal_digest(p_previous_digest bytea, p_seal_number bigint, p_entries_from timestamp with time zone, p_entries_until timestamp with time zone, p_entry_count bigint, p_entries_digest bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_seal_digest(p_previous_digest bytea, p_seal_number bigint, p_entries_from timestamp with time zone, p_entries_until timestamp with time zone, p_entry_count bigint, p_entries_digest bytea) IS 'SHA-256 that chains a seal to the one before it; the first has no predecessor.';


--
-- Name: audit_table(regclass); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.audit_table(IN p_table regclass)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_function text;
    v_trigger record;
begin
    select format('public.%I', 'audit_updated_' || relname)
    into strict v_function
    from pg_class
    where oid = p_table;

    execute format(
        'create or replace function %s()
        returns trigger
        language plpgsql
        security definer
        set search_path = pg_catalog, pg_temp
        as %L',
        v_function,
        public.audit_updates_source(p_table)
    );
    execute format(
        'comment on function %s is %L',
        v_function,
        format('Statement trigger: adds an audit entry for each row of %s that changed.', p_table)
    );
    execute format('alter function %s owner to bduf_owner', v_function);
    execute format('revoke execute on function %s from public', v_function);

    for v_trigger in
        select *
        from (values
            ('insert', 'inserted', 'new table as new_rows', 'public.audit_inserted_rows'),
            ('update', 'updated', 'old table as old_rows new table as new_rows', v_function),
            ('delete', 'deleted', 'old table as old_rows', 'public.audit_deleted_rows')
        ) as wanted (event, done, transition_tables, function_name)
    loop
        execute format(
            'create or replace trigger _800_audit_%1$s after %1$s on %2$s referencing %3$s
            for each statement execute function %4$s()',
            v_trigger.event,
            p_table,
            v_trigger.transition_tables,
            v_trigger.function_name
        );
        execute format(
            'comment on trigger _800_audit_%1$s on %2$s is %3$L',
            v_trigger.event,
            p_table,
            format('Adds an entry to audit_logs for each row that a statement %s.', v_trigger.done)
        );
    end loop;
end;
$_$;


--
-- Name: PROCEDURE audit_table(IN p_table regclass); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.audit_table(IN p_table regclass) IS 'Has every change of a table recorded from now on, with the columns it has; it needs an id.';


--
-- Name: audit_updated_approval_assignments(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_approval_assignments() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.request_id is distinct from new_row.request_id
                    then jsonb_build_object('request_id', old_row.request_id)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', old_row.requested_by)
                    else '{}'
                end
                || case
                    when old_row.approver_id is distinct from new_row.approver_id
                    then jsonb_build_object('approver_id', old_row.approver_id)
                    else '{}'
                end
                || case
                    when old_row.step is distinct from new_row.step
                    then jsonb_build_object('step', old_row.step)
                    else '{}'
                end
                || case
                    when old_row.delegated_to is distinct from new_row.delegated_to
                    then jsonb_build_object('delegated_to', old_row.delegated_to)
                    else '{}'
                end
                || case
                    when old_row.delegated_at is distinct from new_row.delegated_at
                    then jsonb_build_object('delegated_at', old_row.delegated_at)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', old_row.decision)
                    else '{}'
                end
                || case
                    when old_row.decided_at is distinct from new_row.decided_at
                    then jsonb_build_object('decided_at', old_row.decided_at)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.request_id is distinct from new_row.request_id
                    then jsonb_build_object('request_id', new_row.request_id)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', new_row.requested_by)
                    else '{}'
                end
                || case
                    when old_row.approver_id is distinct from new_row.approver_id
                    then jsonb_build_object('approver_id', new_row.approver_id)
                    else '{}'
                end
                || case
                    when old_row.step is distinct from new_row.step
                    then jsonb_build_object('step', new_row.step)
                    else '{}'
                end
                || case
                    when old_row.delegated_to is distinct from new_row.delegated_to
                    then jsonb_build_object('delegated_to', new_row.delegated_to)
                    else '{}'
                end
                || case
                    when old_row.delegated_at is distinct from new_row.delegated_at
                    then jsonb_build_object('delegated_at', new_row.delegated_at)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', new_row.decision)
                    else '{}'
                end
                || case
                    when old_row.decided_at is distinct from new_row.decided_at
                    then jsonb_build_object('decided_at', new_row.decided_at)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_approval_assignments(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_approval_assignments() IS 'Statement trigger: adds an audit entry for each row of public.approval_assignments that changed.';


--
-- Name: audit_updated_approval_requests(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_approval_requests() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.workflow_id is distinct from new_row.workflow_id
                    then jsonb_build_object('workflow_id', old_row.workflow_id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.request_type is distinct from new_row.request_type
                    then jsonb_build_object('request_type', old_row.request_type)
                    else '{}'
                end
                || case
                    when old_row.subject_type is distinct from new_row.subject_type
                    then jsonb_build_object('subject_type', old_row.subject_type)
                    else '{}'
                end
                || case
                    when old_row.subject_id is distinct from new_row.subject_id
                    then jsonb_build_object('subject_id', old_row.subject_id)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.requested_at is distinct from new_row.requested_at
                    then jsonb_build_object('requested_at', old_row.requested_at)
                    else '{}'
                end
                || case
                    when old_row.due_date is distinct from new_row.due_date
                    then jsonb_build_object('due_date', old_row.due_date)
                    else '{}'
                end
                || case
                    when old_row.completed_at is distinct from new_row.completed_at
                    then jsonb_build_object('completed_at', old_row.completed_at)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', old_row.requested_by)
                    else '{}'
                end
                || case
                    when old_row.final_decision is distinct from new_row.final_decision
                    then jsonb_build_object('final_decision', old_row.final_decision)
                    else '{}'
                end
                || case
                    when old_row.decision_notes is distinct from new_row.decision_notes
                    then jsonb_build_object('decision_notes', old_row.decision_notes)
                    else '{}'
                end
                || case
                    when old_row.context_data is distinct from new_row.context_data
                    then jsonb_build_object('context_data', old_row.context_data)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.workflow_id is distinct from new_row.workflow_id
                    then jsonb_build_object('workflow_id', new_row.workflow_id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.request_type is distinct from new_row.request_type
                    then jsonb_build_object('request_type', new_row.request_type)
                    else '{}'
                end
                || case
                    when old_row.subject_type is distinct from new_row.subject_type
                    then jsonb_build_object('subject_type', new_row.subject_type)
                    else '{}'
                end
                || case
                    when old_row.subject_id is distinct from new_row.subject_id
                    then jsonb_build_object('subject_id', new_row.subject_id)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.requested_at is distinct from new_row.requested_at
                    then jsonb_build_object('requested_at', new_row.requested_at)
                    else '{}'
                end
                || case
                    when old_row.due_date is distinct from new_row.due_date
                    then jsonb_build_object('due_date', new_row.due_date)
                    else '{}'
                end
                || case
                    when old_row.completed_at is distinct from new_row.completed_at
                    then jsonb_build_object('completed_at', new_row.completed_at)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', new_row.requested_by)
                    else '{}'
                end
                || case
                    when old_row.final_decision is distinct from new_row.final_decision
                    then jsonb_build_object('final_decision', new_row.final_decision)
                    else '{}'
                end
                || case
                    when old_row.decision_notes is distinct from new_row.decision_notes
                    then jsonb_build_object('decision_notes', new_row.decision_notes)
                    else '{}'
                end
                || case
                    when old_row.context_data is distinct from new_row.context_data
                    then jsonb_build_object('context_data', new_row.context_data)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_approval_requests(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_approval_requests() IS 'Statement trigger: adds an audit entry for each row of public.approval_requests that changed.';


--
-- Name: audit_updated_approval_responses(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_approval_responses() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.request_id is distinct from new_row.request_id
                    then jsonb_build_object('request_id', old_row.request_id)
                    else '{}'
                end
                || case
                    when old_row.approver_id is distinct from new_row.approver_id
                    then jsonb_build_object('approver_id', old_row.approver_id)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', old_row.decision)
                    else '{}'
                end
                || case
                    when old_row.comments is distinct from new_row.comments
                    then jsonb_build_object('comments', old_row.comments)
                    else '{}'
                end
                || case
                    when old_row.conditions is distinct from new_row.conditions
                    then jsonb_build_object('conditions', old_row.conditions)
                    else '{}'
                end
                || case
                    when old_row.responded_at is distinct from new_row.responded_at
                    then jsonb_build_object('responded_at', old_row.responded_at)
                    else '{}'
                end
                || case
                    when old_row.approval_data is distinct from new_row.approval_data
                    then jsonb_build_object('approval_data', old_row.approval_data)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', old_row.requested_by)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.request_id is distinct from new_row.request_id
                    then jsonb_build_object('request_id', new_row.request_id)
                    else '{}'
                end
                || case
                    when old_row.approver_id is distinct from new_row.approver_id
                    then jsonb_build_object('approver_id', new_row.approver_id)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', new_row.decision)
                    else '{}'
                end
                || case
                    when old_row.comments is distinct from new_row.comments
                    then jsonb_build_object('comments', new_row.comments)
                    else '{}'
                end
                || case
                    when old_row.conditions is distinct from new_row.conditions
                    then jsonb_build_object('conditions', new_row.conditions)
                    else '{}'
                end
                || case
                    when old_row.responded_at is distinct from new_row.responded_at
                    then jsonb_build_object('responded_at', new_row.responded_at)
                    else '{}'
                end
                || case
                    when old_row.approval_data is distinct from new_row.approval_data
                    then jsonb_build_object('approval_data', new_row.approval_data)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.requested_by is distinct from new_row.requested_by
                    then jsonb_build_object('requested_by', new_row.requested_by)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_approval_responses(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_approval_responses() IS 'Statement trigger: adds an audit entry for each row of public.approval_responses that changed.';


--
-- Name: audit_updated_approval_workflows(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_approval_workflows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', old_row.name)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.workflow_type is distinct from new_row.workflow_type
                    then jsonb_build_object('workflow_type', old_row.workflow_type)
                    else '{}'
                end
                || case
                    when old_row.is_active is distinct from new_row.is_active
                    then jsonb_build_object('is_active', old_row.is_active)
                    else '{}'
                end
                || case
                    when old_row.is_sequential is distinct from new_row.is_sequential
                    then jsonb_build_object('is_sequential', old_row.is_sequential)
                    else '{}'
                end
                || case
                    when old_row.required_approvals is distinct from new_row.required_approvals
                    then jsonb_build_object('required_approvals', old_row.required_approvals)
                    else '{}'
                end
                || case
                    when old_row.trigger_conditions is distinct from new_row.trigger_conditions
                    then jsonb_build_object('trigger_conditions', old_row.trigger_conditions)
                    else '{}'
                end
                || case
                    when old_row.approval_criteria is distinct from new_row.approval_criteria
                    then jsonb_build_object('approval_criteria', old_row.approval_criteria)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', new_row.name)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.workflow_type is distinct from new_row.workflow_type
                    then jsonb_build_object('workflow_type', new_row.workflow_type)
                    else '{}'
                end
                || case
                    when old_row.is_active is distinct from new_row.is_active
                    then jsonb_build_object('is_active', new_row.is_active)
                    else '{}'
                end
                || case
                    when old_row.is_sequential is distinct from new_row.is_sequential
                    then jsonb_build_object('is_sequential', new_row.is_sequential)
                    else '{}'
                end
                || case
                    when old_row.required_approvals is distinct from new_row.required_approvals
                    then jsonb_build_object('required_approvals', new_row.required_approvals)
                    else '{}'
                end
                || case
                    when old_row.trigger_conditions is distinct from new_row.trigger_conditions
                    then jsonb_build_object('trigger_conditions', new_row.trigger_conditions)
                    else '{}'
                end
                || case
                    when old_row.approval_criteria is distinct from new_row.approval_criteria
                    then jsonb_build_object('approval_criteria', new_row.approval_criteria)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_approval_workflows(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_approval_workflows() IS 'Statement trigger: adds an audit entry for each row of public.approval_workflows that changed.';


--
-- Name: audit_updated_architecture_decisions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_architecture_decisions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.context is distinct from new_row.context
                    then jsonb_build_object('context', old_row.context)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', old_row.decision)
                    else '{}'
                end
                || case
                    when old_row.consequences is distinct from new_row.consequences
                    then jsonb_build_object('consequences', old_row.consequences)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', old_row.category)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.options_considered is distinct from new_row.options_considered
                    then jsonb_build_object('options_considered', old_row.options_considered)
                    else '{}'
                end
                || case
                    when old_row.evaluation_criteria is distinct from new_row.evaluation_criteria
                    then jsonb_build_object('evaluation_criteria', old_row.evaluation_criteria)
                    else '{}'
                end
                || case
                    when old_row.risk_assessment is distinct from new_row.risk_assessment
                    then jsonb_build_object('risk_assessment', old_row.risk_assessment)
                    else '{}'
                end
                || case
                    when old_row.trade_offs is distinct from new_row.trade_offs
                    then jsonb_build_object('trade_offs', old_row.trade_offs)
                    else '{}'
                end
                || case
                    when old_row.decided_by is distinct from new_row.decided_by
                    then jsonb_build_object('decided_by', old_row.decided_by)
                    else '{}'
                end
                || case
                    when old_row.decided_at is distinct from new_row.decided_at
                    then jsonb_build_object('decided_at', old_row.decided_at)
                    else '{}'
                end
                || case
                    when old_row.review_date is distinct from new_row.review_date
                    then jsonb_build_object('review_date', old_row.review_date)
                    else '{}'
                end
                || case
                    when old_row.superseded_by is distinct from new_row.superseded_by
                    then jsonb_build_object('superseded_by', old_row.superseded_by)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.version is distinct from new_row.version
                    then jsonb_build_object('version', old_row.version)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.context is distinct from new_row.context
                    then jsonb_build_object('context', new_row.context)
                    else '{}'
                end
                || case
                    when old_row.decision is distinct from new_row.decision
                    then jsonb_build_object('decision', new_row.decision)
                    else '{}'
                end
                || case
                    when old_row.consequences is distinct from new_row.consequences
                    then jsonb_build_object('consequences', new_row.consequences)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', new_row.category)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.options_considered is distinct from new_row.options_considered
                    then jsonb_build_object('options_considered', new_row.options_considered)
                    else '{}'
                end
                || case
                    when old_row.evaluation_criteria is distinct from new_row.evaluation_criteria
                    then jsonb_build_object('evaluation_criteria', new_row.evaluation_criteria)
                    else '{}'
                end
                || case
                    when old_row.risk_assessment is distinct from new_row.risk_assessment
                    then jsonb_build_object('risk_assessment', new_row.risk_assessment)
                    else '{}'
                end
                || case
                    when old_row.trade_offs is distinct from new_row.trade_offs
                    then jsonb_build_object('trade_offs', new_row.trade_offs)
                    else '{}'
                end
                || case
                    when old_row.decided_by is distinct from new_row.decided_by
                    then jsonb_build_object('decided_by', new_row.decided_by)
                    else '{}'
                end
                || case
                    when old_row.decided_at is distinct from new_row.decided_at
                    then jsonb_build_object('decided_at', new_row.decided_at)
                    else '{}'
                end
                || case
                    when old_row.review_date is distinct from new_row.review_date
                    then jsonb_build_object('review_date', new_row.review_date)
                    else '{}'
                end
                || case
                    when old_row.superseded_by is distinct from new_row.superseded_by
                    then jsonb_build_object('superseded_by', new_row.superseded_by)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.version is distinct from new_row.version
                    then jsonb_build_object('version', new_row.version)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_architecture_decisions(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_architecture_decisions() IS 'Statement trigger: adds an audit entry for each row of public.architecture_decisions that changed.';


--
-- Name: audit_updated_collaboration_sessions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_collaboration_sessions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.session_type is distinct from new_row.session_type
                    then jsonb_build_object('session_type', old_row.session_type)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.scheduled_start is distinct from new_row.scheduled_start
                    then jsonb_build_object('scheduled_start', old_row.scheduled_start)
                    else '{}'
                end
                || case
                    when old_row.scheduled_end is distinct from new_row.scheduled_end
                    then jsonb_build_object('scheduled_end', old_row.scheduled_end)
                    else '{}'
                end
                || case
                    when old_row.actual_start is distinct from new_row.actual_start
                    then jsonb_build_object('actual_start', old_row.actual_start)
                    else '{}'
                end
                || case
                    when old_row.actual_end is distinct from new_row.actual_end
                    then jsonb_build_object('actual_end', old_row.actual_end)
                    else '{}'
                end
                || case
                    when old_row.max_participants is distinct from new_row.max_participants
                    then jsonb_build_object('max_participants', old_row.max_participants)
                    else '{}'
                end
                || case
                    when old_row.is_recording_enabled is distinct from new_row.is_recording_enabled
                    then jsonb_build_object('is_recording_enabled', old_row.is_recording_enabled)
                    else '{}'
                end
                || case
                    when old_row.recording_url is distinct from new_row.recording_url
                    then jsonb_build_object('recording_url', old_row.recording_url)
                    else '{}'
                end
                || case
                    when old_row.facilitator_id is distinct from new_row.facilitator_id
                    then jsonb_build_object('facilitator_id', old_row.facilitator_id)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', old_row.settings)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.session_type is distinct from new_row.session_type
                    then jsonb_build_object('session_type', new_row.session_type)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.scheduled_start is distinct from new_row.scheduled_start
                    then jsonb_build_object('scheduled_start', new_row.scheduled_start)
                    else '{}'
                end
                || case
                    when old_row.scheduled_end is distinct from new_row.scheduled_end
                    then jsonb_build_object('scheduled_end', new_row.scheduled_end)
                    else '{}'
                end
                || case
                    when old_row.actual_start is distinct from new_row.actual_start
                    then jsonb_build_object('actual_start', new_row.actual_start)
                    else '{}'
                end
                || case
                    when old_row.actual_end is distinct from new_row.actual_end
                    then jsonb_build_object('actual_end', new_row.actual_end)
                    else '{}'
                end
                || case
                    when old_row.max_participants is distinct from new_row.max_participants
                    then jsonb_build_object('max_participants', new_row.max_participants)
                    else '{}'
                end
                || case
                    when old_row.is_recording_enabled is distinct from new_row.is_recording_enabled
                    then jsonb_build_object('is_recording_enabled', new_row.is_recording_enabled)
                    else '{}'
                end
                || case
                    when old_row.recording_url is distinct from new_row.recording_url
                    then jsonb_build_object('recording_url', new_row.recording_url)
                    else '{}'
                end
                || case
                    when old_row.facilitator_id is distinct from new_row.facilitator_id
                    then jsonb_build_object('facilitator_id', new_row.facilitator_id)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', new_row.settings)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_collaboration_sessions(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_collaboration_sessions() IS 'Statement trigger: adds an audit entry for each row of public.collaboration_sessions that changed.';


--
-- Name: audit_updated_organizations(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_organizations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                id as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', old_row.name)
                    else '{}'
                end
                || case
                    when old_row.slug is distinct from new_row.slug
                    then jsonb_build_object('slug', old_row.slug)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.website_url is distinct from new_row.website_url
                    then jsonb_build_object('website_url', old_row.website_url)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', old_row.settings)
                    else '{}'
                end
                || case
                    when old_row.subscription_plan is distinct from new_row.subscription_plan
                    then jsonb_build_object('subscription_plan', old_row.subscription_plan)
                    else '{}'
                end
                || case
                    when old_row.subscription_expires_at is distinct from new_row.subscription_expires_at
                    then jsonb_build_object('subscription_expires_at', old_row.subscription_expires_at)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.billing_email is distinct from new_row.billing_email
                    then jsonb_build_object('billing_email', old_row.billing_email)
                    else '{}'
                end
                || case
                    when old_row.billing_address is distinct from new_row.billing_address
                    then jsonb_build_object('billing_address', old_row.billing_address)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', new_row.name)
                    else '{}'
                end
                || case
                    when old_row.slug is distinct from new_row.slug
                    then jsonb_build_object('slug', new_row.slug)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.website_url is distinct from new_row.website_url
                    then jsonb_build_object('website_url', new_row.website_url)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', new_row.settings)
                    else '{}'
                end
                || case
                    when old_row.subscription_plan is distinct from new_row.subscription_plan
                    then jsonb_build_object('subscription_plan', new_row.subscription_plan)
                    else '{}'
                end
                || case
                    when old_row.subscription_expires_at is distinct from new_row.subscription_expires_at
                    then jsonb_build_object('subscription_expires_at', new_row.subscription_expires_at)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.billing_email is distinct from new_row.billing_email
                    then jsonb_build_object('billing_email', new_row.billing_email)
                    else '{}'
                end
                || case
                    when old_row.billing_address is distinct from new_row.billing_address
                    then jsonb_build_object('billing_address', new_row.billing_address)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_organizations(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_organizations() IS 'Statement trigger: adds an audit entry for each row of public.organizations that changed.';


--
-- Name: audit_updated_project_analytics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_project_analytics() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.snapshot_date is distinct from new_row.snapshot_date
                    then jsonb_build_object('snapshot_date', old_row.snapshot_date)
                    else '{}'
                end
                || case
                    when old_row.total_tasks is distinct from new_row.total_tasks
                    then jsonb_build_object('total_tasks', old_row.total_tasks)
                    else '{}'
                end
                || case
                    when old_row.completed_tasks is distinct from new_row.completed_tasks
                    then jsonb_build_object('completed_tasks', old_row.completed_tasks)
                    else '{}'
                end
                || case
                    when old_row.in_progress_tasks is distinct from new_row.in_progress_tasks
                    then jsonb_build_object('in_progress_tasks', old_row.in_progress_tasks)
                    else '{}'
                end
                || case
                    when old_row.blocked_tasks is distinct from new_row.blocked_tasks
                    then jsonb_build_object('blocked_tasks', old_row.blocked_tasks)
                    else '{}'
                end
                || case
                    when old_row.total_estimated_hours is distinct from new_row.total_estimated_hours
                    then jsonb_build_object('total_estimated_hours', old_row.total_estimated_hours)
                    else '{}'
                end
                || case
                    when old_row.total_actual_hours is distinct from new_row.total_actual_hours
                    then jsonb_build_object('total_actual_hours', old_row.total_actual_hours)
                    else '{}'
                end
                || case
                    when old_row.requirements_completeness is distinct from new_row.requirements_completeness
                    then jsonb_build_object('requirements_completeness', old_row.requirements_completeness)
                    else '{}'
                end
                || case
                    when old_row.architecture_coherence_score is distinct from new_row.architecture_coherence_score
                    then jsonb_build_object('architecture_coherence_score', old_row.architecture_coherence_score)
                    else '{}'
                end
                || case
                    when old_row.risk_score is distinct from new_row.risk_score
                    then jsonb_build_object('risk_score', old_row.risk_score)
                    else '{}'
                end
                || case
                    when old_row.active_team_members is distinct from new_row.active_team_members
                    then jsonb_build_object('active_team_members', old_row.active_team_members)
                    else '{}'
                end
                || case
                    when old_row.collaboration_sessions_count is distinct from new_row.collaboration_sessions_count
                    then jsonb_build_object('collaboration_sessions_count', old_row.collaboration_sessions_count)
                    else '{}'
                end
                || case
                    when old_row.custom_metrics is distinct from new_row.custom_metrics
                    then jsonb_build_object('custom_metrics', old_row.custom_metrics)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.snapshot_date is distinct from new_row.snapshot_date
                    then jsonb_build_object('snapshot_date', new_row.snapshot_date)
                    else '{}'
                end
                || case
                    when old_row.total_tasks is distinct from new_row.total_tasks
                    then jsonb_build_object('total_tasks', new_row.total_tasks)
                    else '{}'
                end
                || case
                    when old_row.completed_tasks is distinct from new_row.completed_tasks
                    then jsonb_build_object('completed_tasks', new_row.completed_tasks)
                    else '{}'
                end
                || case
                    when old_row.in_progress_tasks is distinct from new_row.in_progress_tasks
                    then jsonb_build_object('in_progress_tasks', new_row.in_progress_tasks)
                    else '{}'
                end
                || case
                    when old_row.blocked_tasks is distinct from new_row.blocked_tasks
                    then jsonb_build_object('blocked_tasks', new_row.blocked_tasks)
                    else '{}'
                end
                || case
                    when old_row.total_estimated_hours is distinct from new_row.total_estimated_hours
                    then jsonb_build_object('total_estimated_hours', new_row.total_estimated_hours)
                    else '{}'
                end
                || case
                    when old_row.total_actual_hours is distinct from new_row.total_actual_hours
                    then jsonb_build_object('total_actual_hours', new_row.total_actual_hours)
                    else '{}'
                end
                || case
                    when old_row.requirements_completeness is distinct from new_row.requirements_completeness
                    then jsonb_build_object('requirements_completeness', new_row.requirements_completeness)
                    else '{}'
                end
                || case
                    when old_row.architecture_coherence_score is distinct from new_row.architecture_coherence_score
                    then jsonb_build_object('architecture_coherence_score', new_row.architecture_coherence_score)
                    else '{}'
                end
                || case
                    when old_row.risk_score is distinct from new_row.risk_score
                    then jsonb_build_object('risk_score', new_row.risk_score)
                    else '{}'
                end
                || case
                    when old_row.active_team_members is distinct from new_row.active_team_members
                    then jsonb_build_object('active_team_members', new_row.active_team_members)
                    else '{}'
                end
                || case
                    when old_row.collaboration_sessions_count is distinct from new_row.collaboration_sessions_count
                    then jsonb_build_object('collaboration_sessions_count', new_row.collaboration_sessions_count)
                    else '{}'
                end
                || case
                    when old_row.custom_metrics is distinct from new_row.custom_metrics
                    then jsonb_build_object('custom_metrics', new_row.custom_metrics)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_project_analytics(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_project_analytics() IS 'Statement trigger: adds an audit entry for each row of public.project_analytics that changed.';


--
-- Name: audit_updated_project_risks(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_project_risks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', old_row.category)
                    else '{}'
                end
                || case
                    when old_row.probability is distinct from new_row.probability
                    then jsonb_build_object('probability', old_row.probability)
                    else '{}'
                end
                || case
                    when old_row.impact is distinct from new_row.impact
                    then jsonb_build_object('impact', old_row.impact)
                    else '{}'
                end
                || case
                    when old_row.risk_score is distinct from new_row.risk_score
                    then jsonb_build_object('risk_score', old_row.risk_score)
                    else '{}'
                end
                || case
                    when old_row.mitigation_strategy is distinct from new_row.mitigation_strategy
                    then jsonb_build_object('mitigation_strategy', old_row.mitigation_strategy)
                    else '{}'
                end
                || case
                    when old_row.contingency_plan is distinct from new_row.contingency_plan
                    then jsonb_build_object('contingency_plan', old_row.contingency_plan)
                    else '{}'
                end
                || case
                    when old_row.owner_id is distinct from new_row.owner_id
                    then jsonb_build_object('owner_id', old_row.owner_id)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.identified_at is distinct from new_row.identified_at
                    then jsonb_build_object('identified_at', old_row.identified_at)
                    else '{}'
                end
                || case
                    when old_row.mitigated_at is distinct from new_row.mitigated_at
                    then jsonb_build_object('mitigated_at', old_row.mitigated_at)
                    else '{}'
                end
                || case
                    when old_row.review_date is distinct from new_row.review_date
                    then jsonb_build_object('review_date', old_row.review_date)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', new_row.category)
                    else '{}'
                end
                || case
                    when old_row.probability is distinct from new_row.probability
                    then jsonb_build_object('probability', new_row.probability)
                    else '{}'
                end
                || case
                    when old_row.impact is distinct from new_row.impact
                    then jsonb_build_object('impact', new_row.impact)
                    else '{}'
                end
                || case
                    when old_row.risk_score is distinct from new_row.risk_score
                    then jsonb_build_object('risk_score', new_row.risk_score)
                    else '{}'
                end
                || case
                    when old_row.mitigation_strategy is distinct from new_row.mitigation_strategy
                    then jsonb_build_object('mitigation_strategy', new_row.mitigation_strategy)
                    else '{}'
                end
                || case
                    when old_row.contingency_plan is distinct from new_row.contingency_plan
                    then jsonb_build_object('contingency_plan', new_row.contingency_plan)
                    else '{}'
                end
                || case
                    when old_row.owner_id is distinct from new_row.owner_id
                    then jsonb_build_object('owner_id', new_row.owner_id)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.identified_at is distinct from new_row.identified_at
                    then jsonb_build_object('identified_at', new_row.identified_at)
                    else '{}'
                end
                || case
                    when old_row.mitigated_at is distinct from new_row.mitigated_at
                    then jsonb_build_object('mitigated_at', new_row.mitigated_at)
                    else '{}'
                end
                || case
                    when old_row.review_date is distinct from new_row.review_date
                    then jsonb_build_object('review_date', new_row.review_date)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_project_risks(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_project_risks() IS 'Statement trigger: adds an audit entry for each row of public.project_risks that changed.';


--
-- Name: audit_updated_projects(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_projects() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                coalesce(new_row.organization_id, old_row.organization_id) as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', old_row.name)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.complexity is distinct from new_row.complexity
                    then jsonb_build_object('complexity', old_row.complexity)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', old_row.priority)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.organization_id is distinct from new_row.organization_id
                    then jsonb_build_object('organization_id', old_row.organization_id)
                    else '{}'
                end
                || case
                    when old_row.start_date is distinct from new_row.start_date
                    then jsonb_build_object('start_date', old_row.start_date)
                    else '{}'
                end
                || case
                    when old_row.target_end_date is distinct from new_row.target_end_date
                    then jsonb_build_object('target_end_date', old_row.target_end_date)
                    else '{}'
                end
                || case
                    when old_row.actual_end_date is distinct from new_row.actual_end_date
                    then jsonb_build_object('actual_end_date', old_row.actual_end_date)
                    else '{}'
                end
                || case
                    when old_row.budget_allocated is distinct from new_row.budget_allocated
                    then jsonb_build_object('budget_allocated', old_row.budget_allocated)
                    else '{}'
                end
                || case
                    when old_row.budget_used is distinct from new_row.budget_used
                    then jsonb_build_object('budget_used', old_row.budget_used)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', old_row.settings)
                    else '{}'
                end
                || case
                    when old_row.metadata is distinct from new_row.metadata
                    then jsonb_build_object('metadata', old_row.metadata)
                    else '{}'
                end
                || case
                    when old_row.archived_at is distinct from new_row.archived_at
                    then jsonb_build_object('archived_at', old_row.archived_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.name is distinct from new_row.name
                    then jsonb_build_object('name', new_row.name)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.complexity is distinct from new_row.complexity
                    then jsonb_build_object('complexity', new_row.complexity)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', new_row.priority)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.organization_id is distinct from new_row.organization_id
                    then jsonb_build_object('organization_id', new_row.organization_id)
                    else '{}'
                end
                || case
                    when old_row.start_date is distinct from new_row.start_date
                    then jsonb_build_object('start_date', new_row.start_date)
                    else '{}'
                end
                || case
                    when old_row.target_end_date is distinct from new_row.target_end_date
                    then jsonb_build_object('target_end_date', new_row.target_end_date)
                    else '{}'
                end
                || case
                    when old_row.actual_end_date is distinct from new_row.actual_end_date
                    then jsonb_build_object('actual_end_date', new_row.actual_end_date)
                    else '{}'
                end
                || case
                    when old_row.budget_allocated is distinct from new_row.budget_allocated
                    then jsonb_build_object('budget_allocated', new_row.budget_allocated)
                    else '{}'
                end
                || case
                    when old_row.budget_used is distinct from new_row.budget_used
                    then jsonb_build_object('budget_used', new_row.budget_used)
                    else '{}'
                end
                || case
                    when old_row.settings is distinct from new_row.settings
                    then jsonb_build_object('settings', new_row.settings)
                    else '{}'
                end
                || case
                    when old_row.metadata is distinct from new_row.metadata
                    then jsonb_build_object('metadata', new_row.metadata)
                    else '{}'
                end
                || case
                    when old_row.archived_at is distinct from new_row.archived_at
                    then jsonb_build_object('archived_at', new_row.archived_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_projects(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_projects() IS 'Statement trigger: adds an audit entry for each row of public.projects that changed.';


--
-- Name: audit_updated_requirements(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_requirements() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.parent_requirement_id is distinct from new_row.parent_requirement_id
                    then jsonb_build_object('parent_requirement_id', old_row.parent_requirement_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.type is distinct from new_row.type
                    then jsonb_build_object('type', old_row.type)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', old_row.priority)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', old_row.category)
                    else '{}'
                end
                || case
                    when old_row.source is distinct from new_row.source
                    then jsonb_build_object('source', old_row.source)
                    else '{}'
                end
                || case
                    when old_row.stakeholder_id is distinct from new_row.stakeholder_id
                    then jsonb_build_object('stakeholder_id', old_row.stakeholder_id)
                    else '{}'
                end
                || case
                    when old_row.complexity_score is distinct from new_row.complexity_score
                    then jsonb_build_object('complexity_score', old_row.complexity_score)
                    else '{}'
                end
                || case
                    when old_row.effort_estimate_hours is distinct from new_row.effort_estimate_hours
                    then jsonb_build_object('effort_estimate_hours', old_row.effort_estimate_hours)
                    else '{}'
                end
                || case
                    when old_row.risk_level is distinct from new_row.risk_level
                    then jsonb_build_object('risk_level', old_row.risk_level)
                    else '{}'
                end
                || case
                    when old_row.acceptance_criteria is distinct from new_row.acceptance_criteria
                    then jsonb_build_object('acceptance_criteria', old_row.acceptance_criteria)
                    else '{}'
                end
                || case
                    when old_row.test_cases is distinct from new_row.test_cases
                    then jsonb_build_object('test_cases', old_row.test_cases)
                    else '{}'
                end
                || case
                    when old_row.related_requirements is distinct from new_row.related_requirements
                    then jsonb_build_object('related_requirements', old_row.related_requirements)
                    else '{}'
                end
                || case
                    when old_row.version is distinct from new_row.version
                    then jsonb_build_object('version', old_row.version)
                    else '{}'
                end
                || case
                    when old_row.is_current_version is distinct from new_row.is_current_version
                    then jsonb_build_object('is_current_version', old_row.is_current_version)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.custom_attributes is distinct from new_row.custom_attributes
                    then jsonb_build_object('custom_attributes', old_row.custom_attributes)
                    else '{}'
                end
                || case
                    when old_row.attachments is distinct from new_row.attachments
                    then jsonb_build_object('attachments', old_row.attachments)
                    else '{}'
                end
                || case
                    when old_row.lineage_id is distinct from new_row.lineage_id
                    then jsonb_build_object('lineage_id', old_row.lineage_id)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.parent_requirement_id is distinct from new_row.parent_requirement_id
                    then jsonb_build_object('parent_requirement_id', new_row.parent_requirement_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.type is distinct from new_row.type
                    then jsonb_build_object('type', new_row.type)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', new_row.priority)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.category is distinct from new_row.category
                    then jsonb_build_object('category', new_row.category)
                    else '{}'
                end
                || case
                    when old_row.source is distinct from new_row.source
                    then jsonb_build_object('source', new_row.source)
                    else '{}'
                end
                || case
                    when old_row.stakeholder_id is distinct from new_row.stakeholder_id
                    then jsonb_build_object('stakeholder_id', new_row.stakeholder_id)
                    else '{}'
                end
                || case
                    when old_row.complexity_score is distinct from new_row.complexity_score
                    then jsonb_build_object('complexity_score', new_row.complexity_score)
                    else '{}'
                end
                || case
                    when old_row.effort_estimate_hours is distinct from new_row.effort_estimate_hours
                    then jsonb_build_object('effort_estimate_hours', new_row.effort_estimate_hours)
                    else '{}'
                end
                || case
                    when old_row.risk_level is distinct from new_row.risk_level
                    then jsonb_build_object('risk_level', new_row.risk_level)
                    else '{}'
                end
                || case
                    when old_row.acceptance_criteria is distinct from new_row.acceptance_criteria
                    then jsonb_build_object('acceptance_criteria', new_row.acceptance_criteria)
                    else '{}'
                end
                || case
                    when old_row.test_cases is distinct from new_row.test_cases
                    then jsonb_build_object('test_cases', new_row.test_cases)
                    else '{}'
                end
                || case
                    when old_row.related_requirements is distinct from new_row.related_requirements
                    then jsonb_build_object('related_requirements', new_row.related_requirements)
                    else '{}'
                end
                || case
                    when old_row.version is distinct from new_row.version
                    then jsonb_build_object('version', new_row.version)
                    else '{}'
                end
                || case
                    when old_row.is_current_version is distinct from new_row.is_current_version
                    then jsonb_build_object('is_current_version', new_row.is_current_version)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.custom_attributes is distinct from new_row.custom_attributes
                    then jsonb_build_object('custom_attributes', new_row.custom_attributes)
                    else '{}'
                end
                || case
                    when old_row.attachments is distinct from new_row.attachments
                    then jsonb_build_object('attachments', new_row.attachments)
                    else '{}'
                end
                || case
                    when old_row.lineage_id is distinct from new_row.lineage_id
                    then jsonb_build_object('lineage_id', new_row.lineage_id)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_requirements(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_requirements() IS 'Statement trigger: adds an audit entry for each row of public.requirements that changed.';


--
-- Name: audit_updated_session_participants(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_session_participants() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.session_id is distinct from new_row.session_id
                    then jsonb_build_object('session_id', old_row.session_id)
                    else '{}'
                end
                || case
                    when old_row.user_id is distinct from new_row.user_id
                    then jsonb_build_object('user_id', old_row.user_id)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', old_row.role)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.invited_at is distinct from new_row.invited_at
                    then jsonb_build_object('invited_at', old_row.invited_at)
                    else '{}'
                end
                || case
                    when old_row.joined_at is distinct from new_row.joined_at
                    then jsonb_build_object('joined_at', old_row.joined_at)
                    else '{}'
                end
                || case
                    when old_row.left_at is distinct from new_row.left_at
                    then jsonb_build_object('left_at', old_row.left_at)
                    else '{}'
                end
                || case
                    when old_row.can_edit is distinct from new_row.can_edit
                    then jsonb_build_object('can_edit', old_row.can_edit)
                    else '{}'
                end
                || case
                    when old_row.can_moderate is distinct from new_row.can_moderate
                    then jsonb_build_object('can_moderate', old_row.can_moderate)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.session_id is distinct from new_row.session_id
                    then jsonb_build_object('session_id', new_row.session_id)
                    else '{}'
                end
                || case
                    when old_row.user_id is distinct from new_row.user_id
                    then jsonb_build_object('user_id', new_row.user_id)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', new_row.role)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.invited_at is distinct from new_row.invited_at
                    then jsonb_build_object('invited_at', new_row.invited_at)
                    else '{}'
                end
                || case
                    when old_row.joined_at is distinct from new_row.joined_at
                    then jsonb_build_object('joined_at', new_row.joined_at)
                    else '{}'
                end
                || case
                    when old_row.left_at is distinct from new_row.left_at
                    then jsonb_build_object('left_at', new_row.left_at)
                    else '{}'
                end
                || case
                    when old_row.can_edit is distinct from new_row.can_edit
                    then jsonb_build_object('can_edit', new_row.can_edit)
                    else '{}'
                end
                || case
                    when old_row.can_moderate is distinct from new_row.can_moderate
                    then jsonb_build_object('can_moderate', new_row.can_moderate)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_session_participants(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_session_participants() IS 'Statement trigger: adds an audit entry for each row of public.session_participants that changed.';


--
-- Name: audit_updated_task_dependencies(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_task_dependencies() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.predecessor_id is distinct from new_row.predecessor_id
                    then jsonb_build_object('predecessor_id', old_row.predecessor_id)
                    else '{}'
                end
                || case
                    when old_row.successor_id is distinct from new_row.successor_id
                    then jsonb_build_object('successor_id', old_row.successor_id)
                    else '{}'
                end
                || case
                    when old_row.kind is distinct from new_row.kind
                    then jsonb_build_object('kind', old_row.kind)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.predecessor_id is distinct from new_row.predecessor_id
                    then jsonb_build_object('predecessor_id', new_row.predecessor_id)
                    else '{}'
                end
                || case
                    when old_row.successor_id is distinct from new_row.successor_id
                    then jsonb_build_object('successor_id', new_row.successor_id)
                    else '{}'
                end
                || case
                    when old_row.kind is distinct from new_row.kind
                    then jsonb_build_object('kind', new_row.kind)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_task_dependencies(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_task_dependencies() IS 'Statement trigger: adds an audit entry for each row of public.task_dependencies that changed.';


--
-- Name: audit_updated_tasks(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_tasks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                coalesce(new_row.project_id, old_row.project_id) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', old_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.parent_task_id is distinct from new_row.parent_task_id
                    then jsonb_build_object('parent_task_id', old_row.parent_task_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', old_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', old_row.description)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', old_row.priority)
                    else '{}'
                end
                || case
                    when old_row.complexity is distinct from new_row.complexity
                    then jsonb_build_object('complexity', old_row.complexity)
                    else '{}'
                end
                || case
                    when old_row.assigned_to is distinct from new_row.assigned_to
                    then jsonb_build_object('assigned_to', old_row.assigned_to)
                    else '{}'
                end
                || case
                    when old_row.assigned_at is distinct from new_row.assigned_at
                    then jsonb_build_object('assigned_at', old_row.assigned_at)
                    else '{}'
                end
                || case
                    when old_row.assigned_by is distinct from new_row.assigned_by
                    then jsonb_build_object('assigned_by', old_row.assigned_by)
                    else '{}'
                end
                || case
                    when old_row.estimated_hours is distinct from new_row.estimated_hours
                    then jsonb_build_object('estimated_hours', old_row.estimated_hours)
                    else '{}'
                end
                || case
                    when old_row.actual_hours is distinct from new_row.actual_hours
                    then jsonb_build_object('actual_hours', old_row.actual_hours)
                    else '{}'
                end
                || case
                    when old_row.started_at is distinct from new_row.started_at
                    then jsonb_build_object('started_at', old_row.started_at)
                    else '{}'
                end
                || case
                    when old_row.completed_at is distinct from new_row.completed_at
                    then jsonb_build_object('completed_at', old_row.completed_at)
                    else '{}'
                end
                || case
                    when old_row.sequence_order is distinct from new_row.sequence_order
                    then jsonb_build_object('sequence_order', old_row.sequence_order)
                    else '{}'
                end
                || case
                    when old_row.is_milestone is distinct from new_row.is_milestone
                    then jsonb_build_object('is_milestone', old_row.is_milestone)
                    else '{}'
                end
                || case
                    when old_row.is_critical_path is distinct from new_row.is_critical_path
                    then jsonb_build_object('is_critical_path', old_row.is_critical_path)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', old_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.custom_fields is distinct from new_row.custom_fields
                    then jsonb_build_object('custom_fields', old_row.custom_fields)
                    else '{}'
                end
                || case
                    when old_row.attachments is distinct from new_row.attachments
                    then jsonb_build_object('attachments', old_row.attachments)
                    else '{}'
                end
                || case
                    when old_row.tags is distinct from new_row.tags
                    then jsonb_build_object('tags', old_row.tags)
                    else '{}'
                end
                || case
                    when old_row.due_date is distinct from new_row.due_date
                    then jsonb_build_object('due_date', old_row.due_date)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.project_id is distinct from new_row.project_id
                    then jsonb_build_object('project_id', new_row.project_id)
                    else '{}'
                end
                || case
                    when old_row.parent_task_id is distinct from new_row.parent_task_id
                    then jsonb_build_object('parent_task_id', new_row.parent_task_id)
                    else '{}'
                end
                || case
                    when old_row.title is distinct from new_row.title
                    then jsonb_build_object('title', new_row.title)
                    else '{}'
                end
                || case
                    when old_row.description is distinct from new_row.description
                    then jsonb_build_object('description', new_row.description)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.priority is distinct from new_row.priority
                    then jsonb_build_object('priority', new_row.priority)
                    else '{}'
                end
                || case
                    when old_row.complexity is distinct from new_row.complexity
                    then jsonb_build_object('complexity', new_row.complexity)
                    else '{}'
                end
                || case
                    when old_row.assigned_to is distinct from new_row.assigned_to
                    then jsonb_build_object('assigned_to', new_row.assigned_to)
                    else '{}'
                end
                || case
                    when old_row.assigned_at is distinct from new_row.assigned_at
                    then jsonb_build_object('assigned_at', new_row.assigned_at)
                    else '{}'
                end
                || case
                    when old_row.assigned_by is distinct from new_row.assigned_by
                    then jsonb_build_object('assigned_by', new_row.assigned_by)
                    else '{}'
                end
                || case
                    when old_row.estimated_hours is distinct from new_row.estimated_hours
                    then jsonb_build_object('estimated_hours', new_row.estimated_hours)
                    else '{}'
                end
                || case
                    when old_row.actual_hours is distinct from new_row.actual_hours
                    then jsonb_build_object('actual_hours', new_row.actual_hours)
                    else '{}'
                end
                || case
                    when old_row.started_at is distinct from new_row.started_at
                    then jsonb_build_object('started_at', new_row.started_at)
                    else '{}'
                end
                || case
                    when old_row.completed_at is distinct from new_row.completed_at
                    then jsonb_build_object('completed_at', new_row.completed_at)
                    else '{}'
                end
                || case
                    when old_row.sequence_order is distinct from new_row.sequence_order
                    then jsonb_build_object('sequence_order', new_row.sequence_order)
                    else '{}'
                end
                || case
                    when old_row.is_milestone is distinct from new_row.is_milestone
                    then jsonb_build_object('is_milestone', new_row.is_milestone)
                    else '{}'
                end
                || case
                    when old_row.is_critical_path is distinct from new_row.is_critical_path
                    then jsonb_build_object('is_critical_path', new_row.is_critical_path)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.created_by is distinct from new_row.created_by
                    then jsonb_build_object('created_by', new_row.created_by)
                    else '{}'
                end
                || case
                    when old_row.custom_fields is distinct from new_row.custom_fields
                    then jsonb_build_object('custom_fields', new_row.custom_fields)
                    else '{}'
                end
                || case
                    when old_row.attachments is distinct from new_row.attachments
                    then jsonb_build_object('attachments', new_row.attachments)
                    else '{}'
                end
                || case
                    when old_row.tags is distinct from new_row.tags
                    then jsonb_build_object('tags', new_row.tags)
                    else '{}'
                end
                || case
                    when old_row.due_date is distinct from new_row.due_date
                    then jsonb_build_object('due_date', new_row.due_date)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_tasks(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_tasks() IS 'Statement trigger: adds an audit entry for each row of public.tasks that changed.';


--
-- Name: audit_updated_team_memberships(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_team_memberships() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                coalesce(new_row.organization_id, old_row.organization_id) as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.organization_id is distinct from new_row.organization_id
                    then jsonb_build_object('organization_id', old_row.organization_id)
                    else '{}'
                end
                || case
                    when old_row.user_id is distinct from new_row.user_id
                    then jsonb_build_object('user_id', old_row.user_id)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', old_row.role)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', old_row.status)
                    else '{}'
                end
                || case
                    when old_row.invited_by is distinct from new_row.invited_by
                    then jsonb_build_object('invited_by', old_row.invited_by)
                    else '{}'
                end
                || case
                    when old_row.joined_at is distinct from new_row.joined_at
                    then jsonb_build_object('joined_at', old_row.joined_at)
                    else '{}'
                end
                || case
                    when old_row.left_at is distinct from new_row.left_at
                    then jsonb_build_object('left_at', old_row.left_at)
                    else '{}'
                end
                || case
                    when old_row.custom_permissions is distinct from new_row.custom_permissions
                    then jsonb_build_object('custom_permissions', old_row.custom_permissions)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.organization_id is distinct from new_row.organization_id
                    then jsonb_build_object('organization_id', new_row.organization_id)
                    else '{}'
                end
                || case
                    when old_row.user_id is distinct from new_row.user_id
                    then jsonb_build_object('user_id', new_row.user_id)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', new_row.role)
                    else '{}'
                end
                || case
                    when old_row.status is distinct from new_row.status
                    then jsonb_build_object('status', new_row.status)
                    else '{}'
                end
                || case
                    when old_row.invited_by is distinct from new_row.invited_by
                    then jsonb_build_object('invited_by', new_row.invited_by)
                    else '{}'
                end
                || case
                    when old_row.joined_at is distinct from new_row.joined_at
                    then jsonb_build_object('joined_at', new_row.joined_at)
                    else '{}'
                end
                || case
                    when old_row.left_at is distinct from new_row.left_at
                    then jsonb_build_object('left_at', new_row.left_at)
                    else '{}'
                end
                || case
                    when old_row.custom_permissions is distinct from new_row.custom_permissions
                    then jsonb_build_object('custom_permissions', new_row.custom_permissions)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_team_memberships(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_team_memberships() IS 'Statement trigger: adds an audit entry for each row of public.team_memberships that changed.';


--
-- Name: audit_updated_users(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updated_users() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row))) as project_id,
                null::uuid as organization_id,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', old_row.id)
                    else '{}'
                end
                || case
                    when old_row.email is distinct from new_row.email
                    then jsonb_build_object('email', old_row.email)
                    else '{}'
                end
                || case
                    when old_row.username is distinct from new_row.username
                    then jsonb_build_object('username', old_row.username)
                    else '{}'
                end
                || case
                    when old_row.password_hash is distinct from new_row.password_hash
                    then jsonb_build_object('password_hash', 'redacted')
                    else '{}'
                end
                || case
                    when old_row.first_name is distinct from new_row.first_name
                    then jsonb_build_object('first_name', old_row.first_name)
                    else '{}'
                end
                || case
                    when old_row.last_name is distinct from new_row.last_name
                    then jsonb_build_object('last_name', old_row.last_name)
                    else '{}'
                end
                || case
                    when old_row.display_name is distinct from new_row.display_name
                    then jsonb_build_object('display_name', old_row.display_name)
                    else '{}'
                end
                || case
                    when old_row.avatar_url is distinct from new_row.avatar_url
                    then jsonb_build_object('avatar_url', old_row.avatar_url)
                    else '{}'
                end
                || case
                    when old_row.bio is distinct from new_row.bio
                    then jsonb_build_object('bio', old_row.bio)
                    else '{}'
                end
                || case
                    when old_row.timezone is distinct from new_row.timezone
                    then jsonb_build_object('timezone', old_row.timezone)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', old_row.role)
                    else '{}'
                end
                || case
                    when old_row.permissions is distinct from new_row.permissions
                    then jsonb_build_object('permissions', old_row.permissions)
                    else '{}'
                end
                || case
                    when old_row.is_active is distinct from new_row.is_active
                    then jsonb_build_object('is_active', old_row.is_active)
                    else '{}'
                end
                || case
                    when old_row.is_verified is distinct from new_row.is_verified
                    then jsonb_build_object('is_verified', old_row.is_verified)
                    else '{}'
                end
                || case
                    when old_row.last_login_at is distinct from new_row.last_login_at
                    then jsonb_build_object('last_login_at', old_row.last_login_at)
                    else '{}'
                end
                || case
                    when old_row.password_changed_at is distinct from new_row.password_changed_at
                    then jsonb_build_object('password_changed_at', old_row.password_changed_at)
                    else '{}'
                end
                || case
                    when old_row.failed_login_attempts is distinct from new_row.failed_login_attempts
                    then jsonb_build_object('failed_login_attempts', old_row.failed_login_attempts)
                    else '{}'
                end
                || case
                    when old_row.locked_until is distinct from new_row.locked_until
                    then jsonb_build_object('locked_until', old_row.locked_until)
                    else '{}'
                end
                || case
                    when old_row.api_key_hash is distinct from new_row.api_key_hash
                    then jsonb_build_object('api_key_hash', 'redacted')
                    else '{}'
                end
                || case
                    when old_row.api_key_created_at is distinct from new_row.api_key_created_at
                    then jsonb_build_object('api_key_created_at', old_row.api_key_created_at)
                    else '{}'
                end
                || case
                    when old_row.api_key_last_used is distinct from new_row.api_key_last_used
                    then jsonb_build_object('api_key_last_used', old_row.api_key_last_used)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', old_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.preferences is distinct from new_row.preferences
                    then jsonb_build_object('preferences', old_row.preferences)
                    else '{}'
                end
                || case
                    when old_row.notification_settings is distinct from new_row.notification_settings
                    then jsonb_build_object('notification_settings', old_row.notification_settings)
                    else '{}'
                end as old_values,
                case
                    when old_row.id is distinct from new_row.id
                    then jsonb_build_object('id', new_row.id)
                    else '{}'
                end
                || case
                    when old_row.email is distinct from new_row.email
                    then jsonb_build_object('email', new_row.email)
                    else '{}'
                end
                || case
                    when old_row.username is distinct from new_row.username
                    then jsonb_build_object('username', new_row.username)
                    else '{}'
                end
                || case
                    when old_row.password_hash is distinct from new_row.password_hash
                    then jsonb_build_object('password_hash', 'redacted')
                    else '{}'
                end
                || case
                    when old_row.first_name is distinct from new_row.first_name
                    then jsonb_build_object('first_name', new_row.first_name)
                    else '{}'
                end
                || case
                    when old_row.last_name is distinct from new_row.last_name
                    then jsonb_build_object('last_name', new_row.last_name)
                    else '{}'
                end
                || case
                    when old_row.display_name is distinct from new_row.display_name
                    then jsonb_build_object('display_name', new_row.display_name)
                    else '{}'
                end
                || case
                    when old_row.avatar_url is distinct from new_row.avatar_url
                    then jsonb_build_object('avatar_url', new_row.avatar_url)
                    else '{}'
                end
                || case
                    when old_row.bio is distinct from new_row.bio
                    then jsonb_build_object('bio', new_row.bio)
                    else '{}'
                end
                || case
                    when old_row.timezone is distinct from new_row.timezone
                    then jsonb_build_object('timezone', new_row.timezone)
                    else '{}'
                end
                || case
                    when old_row.role is distinct from new_row.role
                    then jsonb_build_object('role', new_row.role)
                    else '{}'
                end
                || case
                    when old_row.permissions is distinct from new_row.permissions
                    then jsonb_build_object('permissions', new_row.permissions)
                    else '{}'
                end
                || case
                    when old_row.is_active is distinct from new_row.is_active
                    then jsonb_build_object('is_active', new_row.is_active)
                    else '{}'
                end
                || case
                    when old_row.is_verified is distinct from new_row.is_verified
                    then jsonb_build_object('is_verified', new_row.is_verified)
                    else '{}'
                end
                || case
                    when old_row.last_login_at is distinct from new_row.last_login_at
                    then jsonb_build_object('last_login_at', new_row.last_login_at)
                    else '{}'
                end
                || case
                    when old_row.password_changed_at is distinct from new_row.password_changed_at
                    then jsonb_build_object('password_changed_at', new_row.password_changed_at)
                    else '{}'
                end
                || case
                    when old_row.failed_login_attempts is distinct from new_row.failed_login_attempts
                    then jsonb_build_object('failed_login_attempts', new_row.failed_login_attempts)
                    else '{}'
                end
                || case
                    when old_row.locked_until is distinct from new_row.locked_until
                    then jsonb_build_object('locked_until', new_row.locked_until)
                    else '{}'
                end
                || case
                    when old_row.api_key_hash is distinct from new_row.api_key_hash
                    then jsonb_build_object('api_key_hash', 'redacted')
                    else '{}'
                end
                || case
                    when old_row.api_key_created_at is distinct from new_row.api_key_created_at
                    then jsonb_build_object('api_key_created_at', new_row.api_key_created_at)
                    else '{}'
                end
                || case
                    when old_row.api_key_last_used is distinct from new_row.api_key_last_used
                    then jsonb_build_object('api_key_last_used', new_row.api_key_last_used)
                    else '{}'
                end
                || case
                    when old_row.created_at is distinct from new_row.created_at
                    then jsonb_build_object('created_at', new_row.created_at)
                    else '{}'
                end
                || case
                    when old_row.preferences is distinct from new_row.preferences
                    then jsonb_build_object('preferences', new_row.preferences)
                    else '{}'
                end
                || case
                    when old_row.notification_settings is distinct from new_row.notification_settings
                    then jsonb_build_object('notification_settings', new_row.notification_settings)
                    else '{}'
                end as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$$;


--
-- Name: FUNCTION audit_updated_users(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updated_users() IS 'Statement trigger: adds an audit entry for each row of public.users that changed.';


--
-- Name: audit_updates_source(regclass); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_updates_source(p_table regclass) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    with
        recorded as (
            select attnum, attname
            from pg_attribute
            where
                attrelid = p_table
                and attnum > 0
                and not attisdropped
                and attname not in ('search_vector', 'updated_at')
        ),
        compared as (
            select
                side,
                string_agg(
                    format(
                        $field$case
                    when old_row.%1$I is distinct from new_row.%1$I
                    then jsonb_build_object(%1$L, %2$s)
                    else '{}'
                end$field$,
                        attname,
                        case
                            when attname in ('password_hash', 'api_key_hash') then '''redacted'''
                            else format('%s_row.%I', side, attname)
                        end
                    ),
                    e'\n                || '
                    order by attnum
                ) as fields
            from
                recorded
                cross join unnest(array['old', 'new']) as side
            group by side
        )
    select
        format(
            $source$
begin
    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            old_values,
            new_values,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        uuidv7(),
        'data_change',
        'update',
        actor.user_id,
        actor.impersonated_by,
        tg_table_name,
        entry.id,
        entry.project_id,
        coalesce(
            entry.organization_id,
            (select prj.organization_id from public.projects as prj where prj.id = entry.project_id)
        ),
        entry.old_values,
        entry.new_values,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        actor.metadata
    from
        (
            select
                id,
                %s as project_id,
                %s as organization_id,
                %s as old_values,
                %s as new_values
            from
                old_rows as old_row
                full join new_rows as new_row using (id)
            offset 0
        ) as entry
        cross join public.audit_actor() as actor
    where entry.new_values <> '{}';

    return null;
end;
$source$,
            case
                when exists (select from recorded where attname = 'project_id')
                then 'coalesce(new_row.project_id, old_row.project_id)'
                else
                    'public.audited_project_id(tg_table_name, to_jsonb(coalesce(new_row, old_row)))'
            end,
            case
                when p_table = 'public.organizations'::regclass then 'id'
                when exists (select from recorded where attname = 'organization_id')
                then 'coalesce(new_row.organization_id, old_row.organization_id)'
                else 'null::uuid'
            end,
            (select fields from compared where side = 'old'),
            (select fields from compared where side = 'new')
        );
$_$;


--
-- Name: FUNCTION audit_updates_source(p_table regclass); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_updates_source(p_table regclass) IS 'Body of the function that records updates of a table: compares the columns it has now.';


--
-- Name: audited_project_id(name, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audited_project_id(p_table_name name, p_row jsonb) RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return case
        when p_table_name = 'projects' then (p_row ->> 'id')::uuid
        when p_table_name = 'session_participants' then (
            select project_id
            from public.collaboration_sessions
            where id = (p_row ->> 'session_id')::uuid
        )
        when p_table_name in ('approval_responses', 'approval_assignments') then (
            select project_id
            from public.approval_requests
            where id = (p_row ->> 'request_id')::uuid
        )
    end;
end;
$$;


--
-- Name: FUNCTION audited_project_id(p_table_name name, p_row jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audited_project_id(p_table_name name, p_row jsonb) IS 'Project of a row that has no column project_id; null if it belongs to none.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    parent_task_id uuid,
    title character varying(500) NOT NULL,
    description text,
    status public.task_status_enum DEFAULT 'pending'::public.task_status_enum NOT NULL,
    priority public.priority_enum DEFAULT 'medium'::public.priority_enum NOT NULL,
    complexity public.complexity_level_enum DEFAULT 'moderate'::public.complexity_level_enum NOT NULL,
    assigned_to uuid,
    assigned_at timestamp with time zone,
    assigned_by uuid,
    estimated_hours numeric(6,2),
    actual_hours numeric(6,2) DEFAULT 0 NOT NULL,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    sequence_order integer,
    is_milestone boolean DEFAULT false NOT NULL,
    is_critical_path boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    custom_fields jsonb DEFAULT '{}'::jsonb NOT NULL,
    attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    search_vector tsvector,
    due_date date,
    CONSTRAINT no_self_reference CHECK ((id <> parent_task_id)),
    CONSTRAINT tasks_attachments_are_an_array_check CHECK ((jsonb_typeof(attachments) = 'array'::text)),
    CONSTRAINT tasks_completed_after_start_check CHECK ((started_at <= completed_at)),
    CONSTRAINT tasks_completed_has_a_time_check CHECK (((status <> 'completed'::public.task_status_enum) OR (completed_at IS NOT NULL))),
    CONSTRAINT tasks_custom_fields_are_an_object_check CHECK ((jsonb_typeof(custom_fields) = 'object'::text)),
    CONSTRAINT tasks_hours_are_numbers_check CHECK (((estimated_hours <> 'NaN'::numeric) AND (actual_hours <> 'NaN'::numeric))),
    CONSTRAINT tasks_open_has_no_completion_check CHECK (((status <> ALL (ARRAY['pending'::public.task_status_enum, 'in_progress'::public.task_status_enum, 'blocked'::public.task_status_enum, 'needs_review'::public.task_status_enum])) OR (completed_at IS NULL))),
    CONSTRAINT tasks_sequence_order_is_a_place_check CHECK ((sequence_order >= 0)),
    CONSTRAINT tasks_tags_are_words_check CHECK (((array_position(tags, NULL::text) IS NULL) AND (array_position(tags, ''::text) IS NULL) AND (cardinality(tags) <= 50))),
    CONSTRAINT tasks_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text)),
    CONSTRAINT tasks_unassigned_has_no_assignment_check CHECK (((assigned_to IS NOT NULL) OR ((assigned_at IS NULL) AND (assigned_by IS NULL)))),
    CONSTRAINT valid_actual_hours CHECK ((actual_hours >= (0)::numeric)),
    CONSTRAINT valid_hours CHECK (((estimated_hours IS NULL) OR (estimated_hours >= (0)::numeric)))
)
WITH (fillfactor='90', autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02', autovacuum_vacuum_max_threshold='1000000');
ALTER TABLE ONLY public.tasks ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.tasks ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.tasks ALTER COLUMN search_vector SET STATISTICS 0;

ALTER TABLE ONLY public.tasks FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.tasks IS 'Pieces of work; a task may be split into sub-tasks, to any depth.';


--
-- Name: COLUMN tasks.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.id IS 'Part of links; approval requests, feeds and the audit log name tasks by it.';


--
-- Name: COLUMN tasks.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.project_id IS 'Project the work belongs to; deleting the project deletes its tasks.';


--
-- Name: COLUMN tasks.parent_task_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.parent_task_id IS 'Task that this one is a part of; null at the top. Deleting the parent deletes its parts.';


--
-- Name: COLUMN tasks.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.title IS 'What is to be done, in one line.';


--
-- Name: COLUMN tasks.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.description IS 'How and why, in prose; null if the title says it all.';


--
-- Name: COLUMN tasks.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.status IS 'Where the task stands on the board; no task''s status follows from its sub-tasks.';


--
-- Name: COLUMN tasks.priority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.priority IS 'Urgency among the project''s tasks.';


--
-- Name: COLUMN tasks.complexity; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.complexity IS 'Judged difficulty, the basis of the estimate.';


--
-- Name: COLUMN tasks.assigned_to; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.assigned_to IS 'User who does the work; null while nobody does.';


--
-- Name: COLUMN tasks.assigned_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.assigned_at IS 'When the present assignee got the task; null while nobody has it.';


--
-- Name: COLUMN tasks.assigned_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.assigned_by IS 'User who made the present assignment; null while there is none.';


--
-- Name: COLUMN tasks.estimated_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.estimated_hours IS 'Expected working hours without those of sub-tasks; null while not estimated.';


--
-- Name: COLUMN tasks.actual_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.actual_hours IS 'Working hours booked so far, without those of sub-tasks.';


--
-- Name: COLUMN tasks.started_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.started_at IS 'When work first began; null before. Taking the task up again does not change it.';


--
-- Name: COLUMN tasks.completed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.completed_at IS 'When the task was finished; null while it is open.';


--
-- Name: COLUMN tasks.sequence_order; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.sequence_order IS 'Place among the tasks of the same parent, lowest first, gaps allowed; null sorts last.';


--
-- Name: COLUMN tasks.is_milestone; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.is_milestone IS 'True for a date to reach rather than work to do; reports list these apart.';


--
-- Name: COLUMN tasks.is_critical_path; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.is_critical_path IS 'True while a delay of this task delays the project''s end.';


--
-- Name: COLUMN tasks.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.created_at IS 'When the task was entered; lists show the newest first by it.';


--
-- Name: COLUMN tasks.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.updated_at IS 'When any column last changed; set by trigger. An index on it would make every update dearer.';


--
-- Name: COLUMN tasks.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.created_by IS 'User who entered the task, or the system user for imported and generated ones.';


--
-- Name: COLUMN tasks.custom_fields; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.custom_fields IS 'Object with the fields that a project adds to its tasks, such as an external reference.';


--
-- Name: COLUMN tasks.attachments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.attachments IS 'Array with name, address and size of each attached file; the files are stored elsewhere.';


--
-- Name: COLUMN tasks.tags; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.tags IS 'Free labels for grouping, in the order they were given.';


--
-- Name: COLUMN tasks.search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.search_vector IS 'English words of title (A) and the first 100,000 characters of description (B).';


--
-- Name: COLUMN tasks.due_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tasks.due_date IS 'Last day on which it may be finished without being overdue; null while there is no promise.';


--
-- Name: CONSTRAINT no_self_reference ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT no_self_reference ON public.tasks IS 'A task is not a part of itself; longer circles are not covered by this rule.';


--
-- Name: CONSTRAINT tasks_attachments_are_an_array_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_attachments_are_an_array_check ON public.tasks IS 'attachments is a JSON array.';


--
-- Name: CONSTRAINT tasks_completed_after_start_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_completed_after_start_check ON public.tasks IS 'No task is finished before it is begun; either time may be missing.';


--
-- Name: CONSTRAINT tasks_completed_has_a_time_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_completed_has_a_time_check ON public.tasks IS 'A completed task was finished at some time; a trigger notes it.';


--
-- Name: CONSTRAINT tasks_custom_fields_are_an_object_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_custom_fields_are_an_object_check ON public.tasks IS 'custom_fields is a JSON object.';


--
-- Name: CONSTRAINT tasks_hours_are_numbers_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_hours_are_numbers_check ON public.tasks IS 'Hours that are not a number would spoil every sum.';


--
-- Name: CONSTRAINT tasks_open_has_no_completion_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_open_has_no_completion_check ON public.tasks IS 'A task that is still open was not finished.';


--
-- Name: CONSTRAINT tasks_sequence_order_is_a_place_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_sequence_order_is_a_place_check ON public.tasks IS 'Places are counted from 0.';


--
-- Name: CONSTRAINT tasks_tags_are_words_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_tags_are_words_check ON public.tasks IS 'Every tag is a word, and there are at most 50: more are no help in finding a task.';


--
-- Name: CONSTRAINT tasks_title_is_not_blank_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_title_is_not_blank_check ON public.tasks IS 'A task has a title that can be seen.';


--
-- Name: CONSTRAINT tasks_unassigned_has_no_assignment_check ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_unassigned_has_no_assignment_check ON public.tasks IS 'A task that nobody has was not assigned, neither at some time nor by somebody.';


--
-- Name: CONSTRAINT valid_actual_hours ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_actual_hours ON public.tasks IS 'Booked hours cannot be negative: a wrong booking is corrected, not offset.';


--
-- Name: CONSTRAINT valid_hours ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_hours ON public.tasks IS 'An estimate is zero hours or more; null is no estimate.';


--
-- Name: authorize_task_step(public.tasks, text, public.task_status_enum, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.authorize_task_step(p_task public.tasks, p_action text, p_status public.task_status_enum, p_actor_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_permission text := public.require_transition(
        'tasks',
        p_action,
        p_task.status::text,
        p_status::text
    );
begin
    -- Whoever may work on tasks works on their own and on nobody's.
    if v_permission = 'task.work' and p_task.assigned_to <> p_actor_id then
        v_permission := 'task.manage';
    end if;

    perform public.require_permission(p_actor_id, p_task.project_id, v_permission);
end;
$$;


--
-- Name: FUNCTION authorize_task_step(p_task public.tasks, p_action text, p_status public.task_status_enum, p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.authorize_task_step(p_task public.tasks, p_action text, p_status public.task_status_enum, p_actor_id uuid) IS 'Refuses a step of a task that is not legal now, or that the actor may not take.';


--
-- Name: block_task(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.block_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'block', 'blocked', p_actor_id);
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'blocked'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.blocked',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE block_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.block_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Says that a task cannot go on, and why; start_task takes it up again.';


--
-- Name: burn_down(uuid, date, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.burn_down(p_project_id uuid, p_from date, p_to date) RETURNS TABLE(day date, open_tasks bigint, open_hours numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with
        span as (
            select
                greatest((task.created_at at time zone 'UTC')::date, p_from) as opened_on,
                (task.completed_at at time zone 'UTC')::date as ended_on,
                coalesce(task.estimated_hours, 0) as hours
            from public.tasks as task
            where
                task.project_id = p_project_id
                and task.created_at < (p_to + 1)::timestamp at time zone 'UTC'
                and (
                    task.completed_at is null
                    or task.completed_at >= p_from::timestamp at time zone 'UTC'
                )
                -- What was given up has no time of its end and never was work to burn down.
                and task.status not in ('cancelled', 'rejected')
        ),
        change as (
            select
                span.opened_on as day,
                count(*) as tasks,
                sum(span.hours) as hours
            from span
            group by span.opened_on
            union all
            select
                span.ended_on,
                -count(*),
                -sum(span.hours)
            from span
            where span.ended_on <= p_to
            group by span.ended_on
        )
    select
        calendar.day::date,
        sum(coalesce(sum(change.tasks), 0)) over running,
        sum(coalesce(sum(change.hours), 0)) over running
    from
        generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as calendar (day)
        left join change on change.day = calendar.day::date
    group by calendar.day
    window running as (order by calendar.day)
    order by calendar.day;
$$;


--
-- Name: FUNCTION burn_down(p_project_id uuid, p_from date, p_to date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.burn_down(p_project_id uuid, p_from date, p_to date) IS 'Open tasks and their estimated hours at the end of each UTC day, both days included.';


--
-- Name: cancel_approval(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.cancel_approval(IN p_request_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_permission text := public.require_transition(
        'approval_requests',
        'cancel',
        v_request.status::text,
        'cancelled'
    );
begin
    -- Whoever asked may take the question back.
    if p_actor_id <> v_request.requested_by then
        perform public.require_permission(p_actor_id, v_request.project_id, v_permission);
    end if;

    perform public.require_reason(p_reason);

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where request.id = p_request_id;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'update',
        'approval.cancelled',
        'approval_request',
        p_request_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE cancel_approval(IN p_request_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.cancel_approval(IN p_request_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Takes an open request back, with a reason: its requester may, and who manages approvals.';


--
-- Name: cancel_project(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.cancel_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'cancel',
        'cancelled',
        p_actor_id
    );
    v_tasks bigint;
    v_requests bigint;
begin
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'cancelled'
    where
        task.project_id = p_project_id
        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review');
    get diagnostics v_tasks = row_count;

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where
        request.project_id = p_project_id
        and request.status in ('pending', 'in_review');
    get diagnostics v_requests = row_count;

    update public.projects as project
    set status = 'cancelled'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.cancelled',
        'project',
        p_project_id,
        jsonb_build_object(
            'from', v_project.status,
            'reason', p_reason,
            'cancelled_tasks', v_tasks,
            'cancelled_requests', v_requests
        )
    );
end;
$$;


--
-- Name: PROCEDURE cancel_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.cancel_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Ends a project unfinished, with a reason; what was open in it is cancelled along with it.';


--
-- Name: cancel_task(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.cancel_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_part record;
begin
    perform public.authorize_task_step(v_task, 'cancel', 'cancelled', p_actor_id);
    perform public.require_reason(p_reason);

    select
        part.id,
        part.title
    into v_part
    from public.tasks as part
    where
        part.parent_task_id = p_task_id
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" is an open part of it', v_part.title),
            detail = format('task %s', v_part.id),
            hint = 'Cancel its open parts first.';
    end if;

    update public.tasks as task
    set status = 'cancelled'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.cancelled',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE cancel_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.cancel_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Gives a task up, with a reason; refused with BD507 while a part of it is open.';


--
-- Name: change_password(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.change_password(p_old_hash text, p_new_hash text) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with
        changed as (
            update public.users as account
            set
                password_hash = p_new_hash,
                password_changed_at = clock_timestamp()
            where account.id = public.current_user_id() and account.password_hash = p_old_hash
            returning account.id
        )
    select exists (select from changed);
$$;


--
-- Name: FUNCTION change_password(p_old_hash text, p_new_hash text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.change_password(p_old_hash text, p_new_hash text) IS 'Gives the current user a new password; false, and nothing done, if the old hash is wrong.';


--
-- Name: change_project_phase(uuid, public.project_status_enum, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.change_project_phase(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'change_phase',
        p_phase,
        p_actor_id
    );
begin
    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.phase_changed',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'to', p_phase)
    );
end;
$$;


--
-- Name: PROCEDURE change_project_phase(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.change_project_phase(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid) IS 'Takes a project to the next phase from analysis to execution, or back to any earlier one.';


--
-- Name: check_activity_entity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_activity_entity() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION check_activity_entity(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.check_activity_entity() IS 'Row trigger after: what was acted upon exists (BD302) and is of the same project (BD303).';


--
-- Name: check_approval_subject(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_approval_subject() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION check_approval_subject(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.check_approval_subject() IS 'Row trigger after: what is to be approved exists (BD302) and is of the same project (BD303).';


--
-- Name: check_related_requirements(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_related_requirements() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION check_related_requirements(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.check_related_requirements() IS 'Row trigger after: related requirements are of the same project (BD303), each once (BD304).';


--
-- Name: complete_project(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.complete_project(IN p_project_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_open bigint;
    v_first text;
begin
    perform public.lock_project_for_step(p_project_id, 'complete', 'completed', p_actor_id);

    select
        count(*),
        min(format('%s %s', obstacle.subject, obstacle.subject_id))
    into
        v_open,
        v_first
    from public.project_completion_obstacles(p_project_id) as obstacle;

    if v_open > 0 then
        raise sqlstate 'BD507'
        using
            message = 'the project has unfinished work',
            detail = format('%s in all, such as %s', v_open, v_first),
            hint = 'public.project_completion_obstacles() lists it.';
    end if;

    update public.projects as project
    set status = 'completed'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.completed',
        'project',
        p_project_id
    );
end;
$$;


--
-- Name: PROCEDURE complete_project(IN p_project_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.complete_project(IN p_project_id uuid, IN p_actor_id uuid) IS 'Ends a project in execution, today in UTC; refused with BD507 while anything in it is open.';


--
-- Name: complete_task(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.complete_task(IN p_task_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'complete', 'completed', p_actor_id);
    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = 'completed',
        started_at = coalesce(task.started_at, clock_timestamp())
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.completed',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;


--
-- Name: PROCEDURE complete_task(IN p_task_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.complete_task(IN p_task_id uuid, IN p_actor_id uuid) IS 'Finishes a task; refused with BD507 while a part of it, or what it has to wait for, is open.';


--
-- Name: approval_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_requests (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    workflow_id uuid NOT NULL,
    project_id uuid NOT NULL,
    title character varying(500) NOT NULL,
    description text NOT NULL,
    request_type public.approval_request_type_enum NOT NULL,
    subject_type character varying(50) NOT NULL,
    subject_id uuid NOT NULL,
    status public.approval_status_enum DEFAULT 'pending'::public.approval_status_enum NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    due_date timestamp with time zone,
    completed_at timestamp with time zone,
    requested_by uuid NOT NULL,
    final_decision public.approval_decision_enum,
    decision_notes text,
    context_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT approval_requests_closed_has_a_time_check CHECK (((status = ANY (ARRAY['pending'::public.approval_status_enum, 'in_review'::public.approval_status_enum])) = (completed_at IS NULL))),
    CONSTRAINT approval_requests_completed_after_requested_check CHECK ((requested_at <= completed_at)),
    CONSTRAINT approval_requests_context_data_is_an_object_check CHECK ((jsonb_typeof(context_data) = 'object'::text)),
    CONSTRAINT approval_requests_description_is_not_blank_check CHECK ((description ~ '\S'::text)),
    CONSTRAINT approval_requests_final_decision_fits_status_check CHECK ((
CASE status
    WHEN 'approved'::public.approval_status_enum THEN (final_decision = ANY (ARRAY['approve'::public.approval_decision_enum, 'approve_with_conditions'::public.approval_decision_enum]))
    WHEN 'rejected'::public.approval_status_enum THEN (final_decision = 'reject'::public.approval_decision_enum)
    ELSE (final_decision IS NULL)
END IS TRUE)),
    CONSTRAINT approval_requests_subject_type_is_known_check CHECK (((subject_type)::text = ANY ((ARRAY['project'::character varying, 'task'::character varying, 'requirement'::character varying, 'architecture'::character varying, 'risk'::character varying])::text[]))),
    CONSTRAINT approval_requests_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text)),
    CONSTRAINT valid_due_date CHECK (((due_date IS NULL) OR (due_date > requested_at)))
);
ALTER TABLE ONLY public.approval_requests ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.approval_requests ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.approval_requests ALTER COLUMN decision_notes SET STATISTICS 0;

ALTER TABLE ONLY public.approval_requests FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.approval_requests IS 'Single things put up for approval, each under the workflow that says how.';


--
-- Name: COLUMN approval_requests.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.id IS 'Part of the link in the mail to every approver.';


--
-- Name: COLUMN approval_requests.workflow_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.workflow_id IS 'Rule the request follows; a rule with requests cannot be deleted on its own.';


--
-- Name: COLUMN approval_requests.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.project_id IS 'Project of the subject, the same as the workflow''s; deleting it deletes its requests.';


--
-- Name: COLUMN approval_requests.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.title IS 'What is asked for, in one line.';


--
-- Name: COLUMN approval_requests.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.description IS 'What approvers need to know to decide.';


--
-- Name: COLUMN approval_requests.request_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.request_type IS 'What kind of thing is to be approved.';


--
-- Name: COLUMN approval_requests.subject_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.subject_type IS 'What subject_id identifies: requirement, architecture, task and so on.';


--
-- Name: COLUMN approval_requests.subject_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.subject_id IS 'Row to be approved, in the table that subject_type tells; not a foreign key.';


--
-- Name: COLUMN approval_requests.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.status IS 'State of the request as a whole, which single answers move.';


--
-- Name: COLUMN approval_requests.requested_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.requested_at IS 'When approval was asked for.';


--
-- Name: COLUMN approval_requests.due_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.due_date IS 'Moment by which it should be decided; null can wait for ever.';


--
-- Name: COLUMN approval_requests.completed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.completed_at IS 'When it was decided, cancelled or expired; null while open.';


--
-- Name: COLUMN approval_requests.requested_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.requested_by IS 'User who asks, and who does not decide.';


--
-- Name: COLUMN approval_requests.final_decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.final_decision IS 'Outcome of all answers together; null while open and after cancelling.';


--
-- Name: COLUMN approval_requests.decision_notes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.decision_notes IS 'Reason for the outcome, in prose; null if the answers speak for themselves.';


--
-- Name: COLUMN approval_requests.context_data; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.context_data IS 'Object with the state of the subject when approval was asked for.';


--
-- Name: COLUMN approval_requests.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.created_at IS 'When the request was entered. Rows older than this column have the time it came.';


--
-- Name: COLUMN approval_requests.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_requests.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: CONSTRAINT approval_requests_closed_has_a_time_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_closed_has_a_time_check ON public.approval_requests IS 'A closed request was closed at some time, an open one was not; a trigger notes it.';


--
-- Name: CONSTRAINT approval_requests_completed_after_requested_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_completed_after_requested_check ON public.approval_requests IS 'No request is closed before it is made.';


--
-- Name: CONSTRAINT approval_requests_context_data_is_an_object_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_context_data_is_an_object_check ON public.approval_requests IS 'context_data is a JSON object.';


--
-- Name: CONSTRAINT approval_requests_description_is_not_blank_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_description_is_not_blank_check ON public.approval_requests IS 'A request says what approvers need to know.';


--
-- Name: CONSTRAINT approval_requests_final_decision_fits_status_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_final_decision_fits_status_check ON public.approval_requests IS 'Approved and rejected requests have the decision that made them so, others have none.';


--
-- Name: CONSTRAINT approval_requests_subject_type_is_known_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_subject_type_is_known_check ON public.approval_requests IS 'The tables whose rows can be approved: architecture stands for architecture_decisions.';


--
-- Name: CONSTRAINT approval_requests_title_is_not_blank_check ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_title_is_not_blank_check ON public.approval_requests IS 'A request has a title that can be seen.';


--
-- Name: CONSTRAINT valid_due_date ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_due_date ON public.approval_requests IS 'A decision is not due before it is asked for; null has no deadline.';


--
-- Name: conclude_approval(public.approval_requests); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.conclude_approval(p_request public.approval_requests) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_rejections bigint;
    v_conditional bigint;
    v_approvals bigint;
    v_required integer := (
        select workflow.required_approvals
        from public.approval_workflows as workflow
        where workflow.id = p_request.workflow_id
    );
    v_decision public.approval_decision_enum;
begin
    select
        count(*) filter (where vote.decision = 'reject'),
        count(*) filter (where vote.decision = 'approve_with_conditions'),
        count(*) filter (where vote.decision in ('approve', 'approve_with_conditions'))
    into
        v_rejections,
        v_conditional,
        v_approvals
    from public.approval_assignments as vote
    where vote.request_id = p_request.id;

    v_decision := case
        when v_rejections > 0 then 'reject'
        when v_approvals < v_required then null
        when v_conditional > 0 then 'approve_with_conditions'
        else 'approve'
    end;

    if v_decision is not null then
        update public.approval_requests as request
        set
            status = case v_decision
                when 'reject' then 'rejected'
                else 'approved'
            end::public.approval_status_enum,
            final_decision = v_decision
        where request.id = p_request.id;
    elsif p_request.status = 'pending' then
        update public.approval_requests as request
        set status = 'in_review'
        where request.id = p_request.id;
    end if;
end;
$$;


--
-- Name: FUNCTION conclude_approval(p_request public.approval_requests); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.conclude_approval(p_request public.approval_requests) IS 'Decides a locked request if the votes that are cast decide it.';


--
-- Name: create_organization(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.create_organization(p_name text, p_slug text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_organization_id uuid := uuidv7();
begin
    if public.current_user_id() is null then
        raise sqlstate 'BD402'
        using
            message = 'an organization is founded by a user who is signed in',
            hint = 'Set bduf.user_id first.';
    end if;

    insert into public.organizations (id, name, slug, created_by)
    values (v_organization_id, p_name, p_slug, public.current_user_id());

    insert into public.team_memberships (id, organization_id, user_id, role, status)
    values (uuidv7(), v_organization_id, public.current_user_id(), 'admin', 'active');

    return v_organization_id;
end;
$$;


--
-- Name: FUNCTION create_organization(p_name text, p_slug text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.create_organization(p_name text, p_slug text) IS 'Founds an organization with the current user as its administrator.';


--
-- Name: create_task(uuid, text, uuid, uuid, text, public.priority_enum, public.complexity_level_enum, numeric, date, integer, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.create_task(IN p_project_id uuid, IN p_title text, IN p_actor_id uuid, IN p_parent_task_id uuid DEFAULT NULL::uuid, IN p_description text DEFAULT NULL::text, IN p_priority public.priority_enum DEFAULT 'medium'::public.priority_enum, IN p_complexity public.complexity_level_enum DEFAULT 'moderate'::public.complexity_level_enum, IN p_estimated_hours numeric DEFAULT NULL::numeric, IN p_due_date date DEFAULT NULL::date, IN p_sequence_order integer DEFAULT NULL::integer, INOUT p_task_id uuid DEFAULT NULL::uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform public.hold_project_open(p_project_id);
    perform public.require_permission(p_actor_id, p_project_id, 'task.create');
    perform public.hold_parent_open(p_parent_task_id, p_project_id);

    p_task_id := coalesce(p_task_id, uuidv7());

    insert into public.tasks
        (
            id,
            project_id,
            parent_task_id,
            title,
            description,
            priority,
            complexity,
            estimated_hours,
            due_date,
            sequence_order,
            created_by
        )
    values
        (
            p_task_id,
            p_project_id,
            p_parent_task_id,
            p_title,
            p_description,
            p_priority,
            p_complexity,
            p_estimated_hours,
            p_due_date,
            p_sequence_order,
            p_actor_id
        )
    on conflict (id) do nothing;

    if not found then
        perform public.require_same_task(p_task_id, p_project_id, p_title, p_actor_id);
        return;
    end if;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'create',
        'task.created',
        'task',
        p_task_id,
        jsonb_build_object('parent', p_parent_task_id)
    );
end;
$$;


--
-- Name: PROCEDURE create_task(IN p_project_id uuid, IN p_title text, IN p_actor_id uuid, IN p_parent_task_id uuid, IN p_description text, IN p_priority public.priority_enum, IN p_complexity public.complexity_level_enum, IN p_estimated_hours numeric, IN p_due_date date, IN p_sequence_order integer, INOUT p_task_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.create_task(IN p_project_id uuid, IN p_title text, IN p_actor_id uuid, IN p_parent_task_id uuid, IN p_description text, IN p_priority public.priority_enum, IN p_complexity public.complexity_level_enum, IN p_estimated_hours numeric, IN p_due_date date, IN p_sequence_order integer, INOUT p_task_id uuid) IS 'Adds a task to an open project; repeated with the same id, it changes nothing.';


--
-- Name: current_administered_organization_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_administered_organization_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(membership.organization_id), '{}')
    from public.team_memberships as membership
    where
        membership.user_id = public.current_user_id()
        and membership.role = 'admin'
        and membership.status = 'active';
$$;


--
-- Name: FUNCTION current_administered_organization_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_administered_organization_ids() IS 'Organizations in which the current user is an administrator. Reads past the policies.';


--
-- Name: current_approval_request_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_approval_request_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(request.id), '{}')
    from public.approval_requests as request
    where request.project_id = any ((select public.current_project_ids())::uuid[]);
$$;


--
-- Name: FUNCTION current_approval_request_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_approval_request_ids() IS 'Approval requests of the current user''s projects. Reads past the policies.';


--
-- Name: current_colleague_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_colleague_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(visible.user_id), '{}')
    from
        (
            select membership.user_id
            from public.team_memberships as membership
            where
                membership.organization_id = any (
                    (select public.current_organization_ids())::uuid[]
                )
                and membership.joined_at is not null
            union
            select public.current_user_id()
        ) as visible
    where visible.user_id is not null;
$$;


--
-- Name: FUNCTION current_colleague_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_colleague_ids() IS 'The current user and all who are or were in an organization with them. Reads past policies.';


--
-- Name: current_organization_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_organization_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(membership.organization_id), '{}')
    from public.team_memberships as membership
    where membership.user_id = public.current_user_id() and membership.status = 'active';
$$;


--
-- Name: FUNCTION current_organization_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_organization_ids() IS 'Organizations of which the current user is an active member. Reads past the policies.';


--
-- Name: current_project_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_project_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(mine.id), '{}')
    from
        (
            select project.id
            from public.projects as project
            where project.organization_id = any ((select public.current_organization_ids())::uuid[])
            union all
            select project.id
            from public.projects as project
            where project.created_by = public.current_user_id() and project.organization_id is null
        ) as mine;
$$;


--
-- Name: FUNCTION current_project_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_project_ids() IS 'Projects of the current user''s organizations, and personal ones. Reads past the policies.';


--
-- Name: current_session_ids(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_session_ids() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(meeting.id), '{}')
    from public.collaboration_sessions as meeting
    where meeting.project_id = any ((select public.current_project_ids())::uuid[]);
$$;


--
-- Name: FUNCTION current_session_ids(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_session_ids() IS 'Collaboration sessions of the current user''s projects. Reads past the policies.';


--
-- Name: current_user_id(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_user_id() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select account.id
    from public.users as account
    where
        account.id = nullif(current_setting('bduf.user_id', true), '')::uuid
        and account.is_active;
$$;


--
-- Name: FUNCTION current_user_id(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.current_user_id() IS 'User for whom the transaction acts, from bduf.user_id; null for nobody and for the inactive.';


--
-- Name: decision_is_in_project(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.decision_is_in_project(p_decision_id uuid, p_project_id uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        exists (
            select
            from public.architecture_decisions as decision
            where decision.id = p_decision_id and decision.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;


--
-- Name: FUNCTION decision_is_in_project(p_decision_id uuid, p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.decision_is_in_project(p_decision_id uuid, p_project_id uuid) IS 'Whether it exists in that project, and the project is one of the current user''s.';


--
-- Name: delegate_approval(uuid, uuid, uuid, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.delegate_approval(IN p_request_id uuid, IN p_to_id uuid, IN p_actor_id uuid, IN p_comments text DEFAULT NULL::text)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments;
begin
    -- Passed on already: the call is repeated because its answer was lost.
    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and vote.approver_id = p_actor_id
            and vote.delegated_to = p_to_id
    ) then
        return;
    end if;

    v_vote := public.vote_of(v_request, p_actor_id);
    perform public.require_open_request(v_request);
    perform public.require_delegable(v_request, v_vote, p_to_id);

    update public.approval_assignments as vote
    set delegated_to = p_to_id
    where vote.id = v_vote.id;

    insert into public.approval_responses
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            'delegate',
            p_comments,
            clock_timestamp()
        );

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.delegated',
        'approval_request',
        p_request_id,
        jsonb_build_object('to', p_to_id)
    );
end;
$$;


--
-- Name: PROCEDURE delegate_approval(IN p_request_id uuid, IN p_to_id uuid, IN p_actor_id uuid, IN p_comments text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.delegate_approval(IN p_request_id uuid, IN p_to_id uuid, IN p_actor_id uuid, IN p_comments text) IS 'Passes an uncast vote on to somebody else who may decide: once, and not to the requester.';


--
-- Name: delete_old_activities(interval, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.delete_old_activities(p_keep interval DEFAULT '2 years'::interval, p_limit integer DEFAULT 10000) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_deleted bigint;
begin
    delete from public.user_activities
    where
        ctid = any(
            array(
                select ctid
                from public.user_activities
                where occurred_at < now() - p_keep
                limit p_limit
            )
        );

    get diagnostics v_deleted = row_count;
    return v_deleted;
end;
$$;


--
-- Name: FUNCTION delete_old_activities(p_keep interval, p_limit integer); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.delete_old_activities(p_keep interval, p_limit integer) IS 'Deletes at most so many activities that are older than to be kept; returns how many.';


--
-- Name: expire_approvals(timestamp with time zone, integer, integer); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.expire_approvals(IN p_as_of timestamp with time zone, IN p_limit integer DEFAULT 1000, INOUT p_expired integer DEFAULT 0)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    c_system_user constant uuid := '00000000-0000-0000-0000-000000000001';
    v_request record;
begin
    if p_as_of is null or p_as_of > clock_timestamp() then
        raise sqlstate 'BD518'
        using
            message = 'a request does not expire before its time',
            detail = format('asked for as of %s', p_as_of);
    end if;

    p_expired := 0;

    for v_request in
        select
            request.id,
            request.project_id
        from public.approval_requests as request
        join public.projects as project on project.id = request.project_id
        where
            request.status in ('pending', 'in_review')
            and request.due_date < p_as_of
        order by request.due_date, request.id
        limit p_limit
        for share of project skip locked
        for no key update of request skip locked
    loop
        update public.approval_requests as request
        set status = 'expired'
        where request.id = v_request.id;

        perform public.record_activity(
            c_system_user,
            v_request.project_id,
            'update',
            'approval.expired',
            'approval_request',
            v_request.id
        );

        p_expired := p_expired + 1;
    end loop;
end;
$$;


--
-- Name: PROCEDURE expire_approvals(IN p_as_of timestamp with time zone, IN p_limit integer, INOUT p_expired integer); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.expire_approvals(IN p_as_of timestamp with time zone, IN p_limit integer, INOUT p_expired integer) IS 'Closes up to p_limit requests due before p_as_of, the oldest first; returns how many.';


--
-- Name: fill_approval_assignment_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_approval_assignment_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.decision is not null and new.decided_at is null then
        new.decided_at := clock_timestamp();
    end if;
    if new.delegated_to is not null and new.delegated_at is null then
        new.delegated_at := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_approval_assignment_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_approval_assignment_times() IS 'Row trigger: notes when a vote is cast or passed on unless the writer did.';


--
-- Name: fill_approval_request_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_approval_request_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.status not in ('pending', 'in_review') then
        if new.completed_at is null then
            new.completed_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another time meant it, and is refused by a check.
        if new.completed_at is not distinct from old.completed_at then
            new.completed_at := null;
        end if;
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_approval_request_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_approval_request_times() IS 'Row trigger: notes when a request is closed, and forgets it when the request is open again.';


--
-- Name: fill_architecture_decision_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_architecture_decision_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.status not in ('proposed', 'review') then
        if new.decided_at is null then
            new.decided_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another decider meant it, and is refused by a check.
        if new.decided_at is not distinct from old.decided_at then
            new.decided_at := null;
        end if;
        if new.decided_by is not distinct from old.decided_by then
            new.decided_by := null;
        end if;
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_architecture_decision_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_architecture_decision_times() IS 'Row trigger: notes when a decision is made, and forgets it when the question is open again.';


--
-- Name: fill_collaboration_session_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_collaboration_session_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.status = 'in_progress' and new.actual_start is null then
        new.actual_start := clock_timestamp();
    end if;

    -- The end of a meeting whose beginning nobody noted would be half of the truth.
    if new.status = 'completed' and new.actual_start is not null and new.actual_end is null then
        new.actual_end := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_collaboration_session_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_collaboration_session_times() IS 'Row trigger: notes when a session opens and closes unless the writer did.';


--
-- Name: fill_project_risk_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_project_risk_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.mitigated_at := clock_timestamp();
    return new;
end;
$$;


--
-- Name: FUNCTION fill_project_risk_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_project_risk_times() IS 'Row trigger: notes when a risk becomes mitigated.';


--
-- Name: fill_project_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_project_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_today date := (clock_timestamp() at time zone 'UTC')::date;
begin
    if new.status not in ('completed', 'cancelled') then
        -- Taken up again. A writer who gives another date meant it, and is refused by a check.
        if new.actual_end_date is not distinct from old.actual_end_date then
            new.actual_end_date := null;
        end if;
    elsif new.actual_end_date is null and v_today >= coalesce(new.start_date, v_today) then
        -- A project that was cancelled before its start never ran and has no end.
        new.actual_end_date := v_today;
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_project_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_project_times() IS 'Row trigger: ends a project today when its status says so, and reopens it likewise.';


--
-- Name: fill_requested_by(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_requested_by() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    select request.requested_by
    into new.requested_by
    from public.approval_requests as request
    where request.id = new.request_id;

    -- Without this, a request that is not there would be reported as a missing requested_by.
    if new.request_id is not null and not found then
        raise foreign_key_violation
        using
            message = format('there is no approval request %s', new.request_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = tg_table_name || '_request_id_fkey';
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_requested_by(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_requested_by() IS 'Row trigger: copies the requester of request_id into requested_by, whatever was given.';


--
-- Name: fill_requirement_lineage(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_requirement_lineage() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.lineage_id := new.id;
    return new;
end;
$$;


--
-- Name: FUNCTION fill_requirement_lineage(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_requirement_lineage() IS 'Row trigger before insert: a requirement without a lineage is the first version of a new one.';


--
-- Name: fill_session_participant_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_session_participant_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- Back in the room.
    if tg_op = 'UPDATE' and new.status = 'joined'
        and new.left_at is not distinct from old.left_at
    then
        new.left_at := null;
    end if;

    if new.status in ('joined', 'left') and new.joined_at is null then
        new.joined_at := clock_timestamp();
    end if;
    if new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_session_participant_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_session_participant_times() IS 'Row trigger: notes when a participant comes and goes unless the writer did.';


--
-- Name: fill_task_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_task_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' then
        -- Another assignee: the old times and names say nothing about this assignment.
        if new.assigned_to is distinct from old.assigned_to then
            if new.assigned_at is not distinct from old.assigned_at then
                new.assigned_at := null;
            end if;
            if new.assigned_to is null and new.assigned_by is not distinct from old.assigned_by then
                new.assigned_by := null;
            end if;
        end if;

        -- Taken up again. A writer who gives another time meant it, and is refused by a check.
        if new.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            and new.completed_at is not distinct from old.completed_at
        then
            new.completed_at := null;
        end if;
    end if;

    if new.assigned_to is not null and new.assigned_at is null then
        new.assigned_at := clock_timestamp();
    end if;
    if new.status = 'in_progress' and new.started_at is null then
        new.started_at := clock_timestamp();
    end if;
    if new.status = 'completed' and new.completed_at is null then
        new.completed_at := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_task_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_task_times() IS 'Row trigger: notes when a task is assigned, begun and finished unless the writer did.';


--
-- Name: fill_team_membership_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_team_membership_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- A writer who says only who comes back or goes leaves the times of the time before behind.
    if tg_op = 'UPDATE' then
        if new.status = 'active' and old.status in ('invited', 'left')
            and new.joined_at is not distinct from old.joined_at
        then
            new.joined_at := clock_timestamp();
        end if;
        if new.left_at is not distinct from old.left_at then
            new.left_at := null;
        end if;
    end if;

    if new.status = 'invited' then
        new.joined_at := null;
    elsif new.status = 'active' and new.joined_at is null then
        new.joined_at := clock_timestamp();
    elsif new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_team_membership_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_team_membership_times() IS 'Row trigger: keeps joined_at and left_at in step with a status that is set or changes.';


--
-- Name: fill_user_times(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fill_user_times() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' then
        if new.password_hash <> old.password_hash
            and new.password_changed_at = old.password_changed_at
        then
            new.password_changed_at := clock_timestamp();
        end if;

        -- Another key is a new one: it was issued now and has not been used.
        if new.api_key_hash is distinct from old.api_key_hash then
            if new.api_key_created_at is not distinct from old.api_key_created_at then
                new.api_key_created_at := null;
            end if;
            if new.api_key_last_used is not distinct from old.api_key_last_used then
                new.api_key_last_used := null;
            end if;
        end if;
    end if;

    if new.api_key_hash is not null and new.api_key_created_at is null then
        new.api_key_created_at := clock_timestamp();
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION fill_user_times(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fill_user_times() IS 'Row trigger: when a password or API key is set, notes the time unless the writer did.';


--
-- Name: find_tasks_by_custom_fields(jsonb, uuid, integer, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.find_tasks_by_custom_fields(p_fields jsonb, p_project_id uuid DEFAULT NULL::uuid, p_limit integer DEFAULT 20, p_after_id uuid DEFAULT NULL::uuid) RETURNS TABLE(id uuid, project_id uuid, title text, status public.task_status_enum, custom_fields jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select task.id, task.project_id, task.title, task.status, task.custom_fields
    from public.tasks as task
    where
        task.custom_fields @> p_fields
        and p_fields <> '{}'
        and task.project_id = any ((select public.current_project_ids())::uuid[])
        and (p_project_id is null or task.project_id = p_project_id)
        and (p_after_id is null or task.id > p_after_id)
    order by task.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION find_tasks_by_custom_fields(p_fields jsonb, p_project_id uuid, p_limit integer, p_after_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.find_tasks_by_custom_fields(p_fields jsonb, p_project_id uuid, p_limit integer, p_after_id uuid) IS 'Tasks whose custom fields contain all of the given ones, by id, at most 100 a page.';


--
-- Name: guard_hierarchy(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.guard_hierarchy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.hierarchy_guards as guard (project_id, hierarchy, locked_by)
    values (new.project_id, tg_table_name, pg_current_xact_id())
    on conflict (project_id, hierarchy) do update
    set locked_by = excluded.locked_by
    where guard.locked_by <> excluded.locked_by;

    return null;
end;
$$;


--
-- Name: FUNCTION guard_hierarchy(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.guard_hierarchy() IS 'Row trigger after: makes writers of one hierarchy in one project come one after the other.';


--
-- Name: guard_status_transition(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.guard_status_transition() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (
        select
        from public.status_transitions as legal
        where
            legal.subject = tg_table_name
            and legal.from_status = old.status::text
            and legal.to_status = new.status::text
    ) then
        raise sqlstate 'BD503'
        using
            message = format('%s does not follow %s', new.status, old.status),
            detail = format('row %s of %s is %s', old.id, tg_table_name, old.status),
            hint = 'The view public.status_transitions lists the legal steps.',
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'status';
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION guard_status_transition(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.guard_status_transition() IS 'Row trigger before update: refuses with BD503 a step that status_transitions does not list.';


--
-- Name: has_permission(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_permission(p_user_id uuid, p_project_id uuid, p_permission text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        exists (
            select
            from public.user_permissions as held
            where
                held.user_id = p_user_id
                and held.project_id = p_project_id
                and p_permission = any (held.permissions)
        );
$$;


--
-- Name: FUNCTION has_permission(p_user_id uuid, p_project_id uuid, p_permission text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.has_permission(p_user_id uuid, p_project_id uuid, p_permission text) IS 'Whether a person may do something in a project, as the view user_permissions says.';


--
-- Name: hold_parent_open(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_parent_open(p_parent_task_id uuid, p_project_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status public.task_status_enum;
begin
    if p_parent_task_id is null then
        return;
    end if;

    select parent.status
    into v_status
    from public.tasks as parent
    where
        parent.id = p_parent_task_id
        and parent.project_id = p_project_id
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task in the project',
            detail = format('task %s, project %s', p_parent_task_id, p_project_id);
    end if;

    if v_status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD507'
        using
            message = format('a task that is %s takes no open part', v_status),
            detail = format('task %s', p_parent_task_id),
            hint = 'Reopen it first.';
    end if;
end;
$$;


--
-- Name: FUNCTION hold_parent_open(p_parent_task_id uuid, p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.hold_parent_open(p_parent_task_id uuid, p_project_id uuid) IS 'Keeps a task from ending until the transaction ends, so that it can get an open part.';


--
-- Name: hold_project(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.hold_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'hold',
        'on_hold',
        p_actor_id
    );
begin
    perform public.require_reason(p_reason);

    update public.projects as project
    set status = 'on_hold'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.held',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE hold_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.hold_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Suspends a project, with a reason: nobody works on its tasks until it is resumed.';


--
-- Name: hold_project_open(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_project_open(p_project_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status public.project_status_enum := (public.share_project(p_project_id)).status;
begin
    if v_status in ('on_hold', 'completed', 'cancelled') then
        raise sqlstate 'BD506'
        using
            message = format('the project is %s', v_status),
            detail = format('project %s', p_project_id),
            hint = 'Work goes on only in a project that is neither suspended nor ended.';
    end if;
end;
$$;


--
-- Name: FUNCTION hold_project_open(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.hold_project_open(p_project_id uuid) IS 'Keeps a project from being closed until the transaction ends; BD506 if it is not open.';


--
-- Name: approval_workflows; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_workflows (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    name character varying(255) NOT NULL,
    description text,
    workflow_type public.approval_type_enum NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_sequential boolean DEFAULT false NOT NULL,
    required_approvals integer DEFAULT 1 NOT NULL,
    trigger_conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    approval_criteria jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT approval_workflows_approval_criteria_are_an_object_check CHECK ((jsonb_typeof(approval_criteria) = 'object'::text)),
    CONSTRAINT approval_workflows_name_is_not_blank_check CHECK (((name)::text ~ '\S'::text)),
    CONSTRAINT approval_workflows_required_approvals_is_positive_check CHECK ((required_approvals >= 1)),
    CONSTRAINT approval_workflows_trigger_conditions_are_an_object_check CHECK ((jsonb_typeof(trigger_conditions) = 'object'::text))
);
ALTER TABLE ONLY public.approval_workflows ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.approval_workflows ALTER COLUMN description SET STATISTICS 0;

ALTER TABLE ONLY public.approval_workflows FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.approval_workflows IS 'Standing rules of a project: what needs approval, and how many approvals it takes.';


--
-- Name: COLUMN approval_workflows.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.id IS 'Requests stay tied to it after the rule is retired.';


--
-- Name: COLUMN approval_workflows.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.project_id IS 'Project the rule governs; deleting the project deletes its rules.';


--
-- Name: COLUMN approval_workflows.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.name IS 'Name that requesters see.';


--
-- Name: COLUMN approval_workflows.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.description IS 'When the rule applies, in prose; null if the name says it.';


--
-- Name: COLUMN approval_workflows.workflow_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.workflow_type IS 'What the rule watches over.';


--
-- Name: COLUMN approval_workflows.is_active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.is_active IS 'False retires the rule: its requests stay, new ones do not follow it.';


--
-- Name: COLUMN approval_workflows.is_sequential; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.is_sequential IS 'True asks approvers one after the other, false all at once.';


--
-- Name: COLUMN approval_workflows.required_approvals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.required_approvals IS 'Number of approving answers that approve a request.';


--
-- Name: COLUMN approval_workflows.trigger_conditions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.trigger_conditions IS 'Object with what must hold for a request to be opened automatically; empty opens none.';


--
-- Name: COLUMN approval_workflows.approval_criteria; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.approval_criteria IS 'Object with what approvers are asked to check.';


--
-- Name: COLUMN approval_workflows.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.created_at IS 'When the rule was set up.';


--
-- Name: COLUMN approval_workflows.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN approval_workflows.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_workflows.created_by IS 'User who set up the rule.';


--
-- Name: CONSTRAINT approval_workflows_approval_criteria_are_an_object_check ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_workflows_approval_criteria_are_an_object_check ON public.approval_workflows IS 'approval_criteria is a JSON object.';


--
-- Name: CONSTRAINT approval_workflows_name_is_not_blank_check ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_workflows_name_is_not_blank_check ON public.approval_workflows IS 'A workflow has a name that can be seen.';


--
-- Name: CONSTRAINT approval_workflows_required_approvals_is_positive_check ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_workflows_required_approvals_is_positive_check ON public.approval_workflows IS 'Nothing is approved by nobody.';


--
-- Name: CONSTRAINT approval_workflows_trigger_conditions_are_an_object_check ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_workflows_trigger_conditions_are_an_object_check ON public.approval_workflows IS 'trigger_conditions is a JSON object.';


--
-- Name: hold_workflow_active(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_workflow_active(p_workflow_id uuid) RETURNS public.approval_workflows
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project_id uuid;
    v_workflow public.approval_workflows;
begin
    select workflow.project_id
    into v_project_id
    from public.approval_workflows as workflow
    where workflow.id = p_workflow_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such workflow',
            detail = format('workflow %s', p_workflow_id);
    end if;

    perform public.hold_project_open(v_project_id);

    select *
    into v_workflow
    from public.approval_workflows as workflow
    where
        workflow.id = p_workflow_id
        and workflow.is_active
    for share;

    if not found then
        raise sqlstate 'BD509'
        using
            message = 'the workflow is retired',
            detail = format('workflow %s', p_workflow_id);
    end if;

    return v_workflow;
end;
$$;


--
-- Name: FUNCTION hold_workflow_active(p_workflow_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.hold_workflow_active(p_workflow_id uuid) IS 'Keeps a workflow of an open project in force until the transaction ends; BD509 if retired.';


--
-- Name: invite_member(uuid, text, public.user_role_enum); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invite_member(p_organization_id uuid, p_email text, p_role public.user_role_enum DEFAULT 'developer'::public.user_role_enum) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_organization_id = any(public.current_administered_organization_ids()) is not true then
        raise sqlstate 'BD403'
        using message = 'only an administrator of the organization invites to it';
    end if;

    insert into public.team_memberships
        (id, organization_id, user_id, role, status, invited_by, joined_at)
    select
        uuidv7(),
        p_organization_id,
        invited.id,
        p_role,
        'invited',
        public.current_user_id(),
        null
    from public.users as invited
    where lower(invited.email) = lower(p_email) and invited.is_active
    on conflict (organization_id, user_id) do update
    set
        role = excluded.role,
        status = 'invited',
        invited_by = excluded.invited_by,
        left_at = null
    where team_memberships.status = 'left';
end;
$$;


--
-- Name: FUNCTION invite_member(p_organization_id uuid, p_email text, p_role public.user_role_enum); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.invite_member(p_organization_id uuid, p_email text, p_role public.user_role_enum) IS 'Invites the account with this address, if there is one; administrators only.';


--
-- Name: is_time_zone(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_time_zone(p_name text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (timestamptz '2000-01-01 00:00:00+00' at time zone p_name) is not null;
exception
    when invalid_parameter_value then
        return false;
end;
$$;


--
-- Name: FUNCTION is_time_zone(p_name text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_time_zone(p_name text) IS 'Whether the server can show times in a zone of this name; null for null.';


--
-- Name: leave_organization(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.leave_organization(p_organization_id uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update public.team_memberships as membership
    set
        status = 'left',
        left_at = clock_timestamp()
    where
        membership.organization_id = p_organization_id
        and membership.user_id = public.current_user_id()
        and membership.status in ('active', 'inactive');
$$;


--
-- Name: FUNCTION leave_organization(p_organization_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.leave_organization(p_organization_id uuid) IS 'Ends the current user''s membership; what they did there stays.';


--
-- Name: lock_approval_request(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_approval_request(p_request_id uuid) RETURNS public.approval_requests
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project_id uuid;
    v_request public.approval_requests;
begin
    select request.project_id
    into v_project_id
    from public.approval_requests as request
    where request.id = p_request_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such approval request',
            detail = format('approval request %s', p_request_id);
    end if;

    perform public.share_project(v_project_id);

    select *
    into v_request
    from public.approval_requests as request
    where request.id = p_request_id
    for no key update;

    return v_request;
end;
$$;


--
-- Name: FUNCTION lock_approval_request(p_request_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.lock_approval_request(p_request_id uuid) IS 'Locks an approval request and returns it as it is now; who votes on it waits for each other.';


--
-- Name: projects; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.projects (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(255) NOT NULL,
    description text,
    status public.project_status_enum DEFAULT 'initiation'::public.project_status_enum NOT NULL,
    complexity public.complexity_level_enum DEFAULT 'moderate'::public.complexity_level_enum NOT NULL,
    priority public.priority_enum DEFAULT 'medium'::public.priority_enum NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    organization_id uuid,
    start_date date,
    target_end_date date,
    actual_end_date date,
    budget_allocated numeric(12,2),
    budget_used numeric(12,2),
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    search_vector tsvector,
    archived_at timestamp with time zone,
    CONSTRAINT projects_archived_has_ended_check CHECK (((archived_at IS NULL) OR (status = ANY (ARRAY['completed'::public.project_status_enum, 'cancelled'::public.project_status_enum])))),
    CONSTRAINT projects_budget_allocated_is_a_number_check CHECK ((budget_allocated <> 'NaN'::numeric)),
    CONSTRAINT projects_budget_used_is_an_amount_check CHECK (((budget_used >= (0)::numeric) AND (budget_used <> 'NaN'::numeric))),
    CONSTRAINT projects_ends_after_start_check CHECK ((start_date <= actual_end_date)),
    CONSTRAINT projects_metadata_is_an_object_check CHECK ((jsonb_typeof(metadata) = 'object'::text)),
    CONSTRAINT projects_name_is_not_blank_check CHECK (((name)::text ~ '\S'::text)),
    CONSTRAINT projects_open_has_no_end_check CHECK (((status = ANY (ARRAY['completed'::public.project_status_enum, 'cancelled'::public.project_status_enum])) OR (actual_end_date IS NULL))),
    CONSTRAINT projects_settings_are_an_object_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
    CONSTRAINT valid_budget CHECK (((budget_allocated IS NULL) OR (budget_allocated >= (0)::numeric))),
    CONSTRAINT valid_dates CHECK (((start_date IS NULL) OR (target_end_date IS NULL) OR (start_date <= target_end_date)))
)
WITH (fillfactor='90');
ALTER TABLE ONLY public.projects ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.projects ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.projects ALTER COLUMN search_vector SET STATISTICS 0;

ALTER TABLE ONLY public.projects FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.projects IS 'Undertakings that are designed before they are built; all work and talk belongs to one.';


--
-- Name: COLUMN projects.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.id IS 'Part of every link into the project; nearly every other table refers to it.';


--
-- Name: COLUMN projects.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.name IS 'Title of the project; projects of one organization may share it.';


--
-- Name: COLUMN projects.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.description IS 'Purpose and scope in prose; null until someone writes it.';


--
-- Name: COLUMN projects.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.status IS 'Current phase; closing a project sets completed or cancelled and keeps its rows.';


--
-- Name: COLUMN projects.complexity; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.complexity IS 'Judged difficulty of the whole, independent of the complexity of single tasks.';


--
-- Name: COLUMN projects.priority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.priority IS 'Urgency among the organization''s projects.';


--
-- Name: COLUMN projects.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.created_at IS 'When the project was entered, which may be long before its start_date.';


--
-- Name: COLUMN projects.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.updated_at IS 'When a column of this row last changed, not one of its tasks; set by trigger.';


--
-- Name: COLUMN projects.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.created_by IS 'User who entered the project; owns it alone while organization_id is null.';


--
-- Name: COLUMN projects.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.organization_id IS 'Organization whose members work on it; null makes it a personal project of its creator.';


--
-- Name: COLUMN projects.start_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.start_date IS 'First planned day of work; null while it is not planned.';


--
-- Name: COLUMN projects.target_end_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.target_end_date IS 'Day by which it should be finished; null while there is no such promise.';


--
-- Name: COLUMN projects.actual_end_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.actual_end_date IS 'Day on which it did end; null while it runs.';


--
-- Name: COLUMN projects.budget_allocated; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.budget_allocated IS 'Money granted, in the organization''s one currency; null means that no budget is kept.';


--
-- Name: COLUMN projects.budget_used; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.budget_used IS 'Money spent so far in the same currency; may exceed the budget. Null means not recorded.';


--
-- Name: COLUMN projects.settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.settings IS 'Object with what project managers configure; indexed for containment queries.';


--
-- Name: COLUMN projects.metadata; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.metadata IS 'Object with what integrations keep about the project, one key each; people do not edit it.';


--
-- Name: COLUMN projects.search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.search_vector IS 'English words of name (A) and the first 100,000 characters of description (B).';


--
-- Name: COLUMN projects.archived_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.projects.archived_at IS 'When it was put away, out of the lists of current projects; null until then.';


--
-- Name: CONSTRAINT projects_archived_has_ended_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_archived_has_ended_check ON public.projects IS 'What is still going on is not put away.';


--
-- Name: CONSTRAINT projects_budget_allocated_is_a_number_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_budget_allocated_is_a_number_check ON public.projects IS 'A budget that is not a number would spoil every sum.';


--
-- Name: CONSTRAINT projects_budget_used_is_an_amount_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_budget_used_is_an_amount_check ON public.projects IS 'Money spent is nothing or more, and a number.';


--
-- Name: CONSTRAINT projects_ends_after_start_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_ends_after_start_check ON public.projects IS 'A project does not end before it starts; either date may be missing.';


--
-- Name: CONSTRAINT projects_metadata_is_an_object_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_metadata_is_an_object_check ON public.projects IS 'metadata is a JSON object.';


--
-- Name: CONSTRAINT projects_name_is_not_blank_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_name_is_not_blank_check ON public.projects IS 'A project has a name that can be seen.';


--
-- Name: CONSTRAINT projects_open_has_no_end_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_open_has_no_end_check ON public.projects IS 'Only a completed or cancelled project has ended.';


--
-- Name: CONSTRAINT projects_settings_are_an_object_check ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT projects_settings_are_an_object_check ON public.projects IS 'settings is a JSON object.';


--
-- Name: CONSTRAINT valid_budget ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_budget ON public.projects IS 'A granted budget is nothing or more; null keeps none.';


--
-- Name: CONSTRAINT valid_dates ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_dates ON public.projects IS 'A project is not due before it starts; either date may still be open.';


--
-- Name: lock_project(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_project(p_project_id uuid) RETURNS public.projects
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects;
begin
    perform public.require_fresh_snapshot();

    select *
    into v_project
    from public.projects as project
    where project.id = p_project_id
    for update;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;


--
-- Name: FUNCTION lock_project(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.lock_project(p_project_id uuid) IS 'Waits until nobody works on the project, keeps it so until the transaction ends, returns it.';


--
-- Name: lock_project_for_step(uuid, text, public.project_status_enum, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_project_for_step(p_project_id uuid, p_action text, p_status public.project_status_enum, p_actor_id uuid) RETURNS public.projects
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(
        p_actor_id,
        p_project_id,
        public.require_transition('projects', p_action, v_project.status::text, p_status::text)
    );

    return v_project;
end;
$$;


--
-- Name: FUNCTION lock_project_for_step(p_project_id uuid, p_action text, p_status public.project_status_enum, p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.lock_project_for_step(p_project_id uuid, p_action text, p_status public.project_status_enum, p_actor_id uuid) IS 'Locks a project and returns it as it is, if the actor may take the step that is asked for.';


--
-- Name: lock_task(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_task(p_task_id uuid, p_other_task_id uuid DEFAULT NULL::uuid) RETURNS public.tasks
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project_id uuid;
    v_task public.tasks;
begin
    select task.project_id
    into v_project_id
    from public.tasks as task
    where task.id = p_task_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task',
            detail = format('task %s', p_task_id);
    end if;

    perform public.hold_project_open(v_project_id);

    -- In the order of ids: of two who lock the same pair, one waits before it holds any.
    perform
    from public.tasks as task
    where task.id in (p_task_id, p_other_task_id)
    order by task.id
    for no key update;

    select *
    into v_task
    from public.tasks as task
    where
        task.id = p_task_id
        and task.project_id = v_project_id;

    if not found then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved or deleted meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    return v_task;
end;
$$;


--
-- Name: FUNCTION lock_task(p_task_id uuid, p_other_task_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.lock_task(p_task_id uuid, p_other_task_id uuid) IS 'Locks a task of an open project, alone or with another one, and returns it as it is now.';


--
-- Name: measure_projects(uuid[], date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.measure_projects(p_project_ids uuid[], p_day date) RETURNS TABLE(project_id uuid, total_tasks integer, completed_tasks integer, in_progress_tasks integer, blocked_tasks integer, total_estimated_hours numeric, total_actual_hours numeric, requirements_completeness numeric, risk_score numeric, active_team_members integer, collaboration_sessions_count integer)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        project.id,
        work.total,
        work.done,
        work.under_way,
        work.blocked,
        work.estimated_hours,
        work.actual_hours,
        public.requirements_completeness(project.id),
        danger.worst,
        team.people,
        meetings.held
    from
        public.projects as project
        cross join lateral (
            select
                p_day::timestamp at time zone 'UTC' as starts_at,
                (p_day + 1)::timestamp at time zone 'UTC' as ends_at
        ) as day
        cross join lateral (
            select
                count(*)::integer as total,
                count(*) filter (
                    where
                        task.status in ('completed', 'approved')
                        and (task.completed_at is null or task.completed_at < day.ends_at)
                )::integer as done,
                count(*) filter (where task.status = 'in_progress')::integer as under_way,
                count(*) filter (where task.status = 'blocked')::integer as blocked,
                coalesce(sum(task.estimated_hours), 0) as estimated_hours,
                coalesce(sum(task.actual_hours), 0) as actual_hours,
                array_agg(task.assigned_to) filter (
                    where
                        task.assigned_to is not null
                        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
                ) as assignees
            from public.tasks as task
            where task.project_id = project.id and task.created_at < day.ends_at
        ) as work
        cross join lateral (
            select max(risk.risk_score) as worst
            from public.project_risks as risk
            where risk.project_id = project.id and risk.status not in ('closed', 'occurred')
        ) as danger
        cross join lateral (
            select count(*)::integer as people
            from
                (
                    select assignee.id
                    from unnest(work.assignees) as assignee (id)
                    union
                    select activity.user_id
                    from public.user_activities as activity
                    where
                        activity.project_id = project.id
                        and activity.occurred_at >= day.starts_at
                        and activity.occurred_at < day.ends_at
                ) as person
        ) as team
        cross join lateral (
            select count(*)::integer as held
            from public.collaboration_sessions as session
            where
                session.project_id = project.id
                and session.status = 'completed'
                and session.actual_end >= day.starts_at
                and session.actual_end < day.ends_at
        ) as meetings
    where project.id = any (p_project_ids);
$$;


--
-- Name: FUNCTION measure_projects(p_project_ids uuid[], p_day date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.measure_projects(p_project_ids uuid[], p_day date) IS 'The numbers of a UTC day for each of the projects, as project_analytics keeps them.';


--
-- Name: move_task(uuid, uuid, integer, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.move_task(IN p_task_id uuid, IN p_parent_task_id uuid, IN p_sequence_order integer, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id, p_parent_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);
    perform public.hold_parent_open(p_parent_task_id, v_task.project_id);

    if
        v_task.parent_task_id is not distinct from p_parent_task_id
        and v_task.sequence_order is not distinct from p_sequence_order
    then
        return;
    end if;

    -- A trigger refuses circles of every writer.
    update public.tasks as task
    set
        parent_task_id = p_parent_task_id,
        sequence_order = p_sequence_order
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.moved',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.parent_task_id, 'to', p_parent_task_id)
    );
end;
$$;


--
-- Name: PROCEDURE move_task(IN p_task_id uuid, IN p_parent_task_id uuid, IN p_sequence_order integer, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.move_task(IN p_task_id uuid, IN p_parent_task_id uuid, IN p_sequence_order integer, IN p_actor_id uuid) IS 'Makes a task part of another of its project, or of none; never of itself or of its own parts.';


--
-- Name: password_salt(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.password_salt(p_email text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select regexp_replace(account.password_hash, '[$][^$]*$', '')
    from public.users as account
    where lower(account.email) = lower(p_email) and account.is_active;
$_$;


--
-- Name: FUNCTION password_salt(p_email text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.password_salt(p_email text) IS 'Algorithm, parameters and salt to hash a typed password with; null if nobody can sign in so.';


--
-- Name: project_completion_obstacles(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.project_completion_obstacles(p_project_id uuid) RETURNS TABLE(subject text, subject_id uuid, title character varying, status text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        'task',
        task.id,
        task.title,
        task.status::text
    from public.tasks as task
    where
        task.project_id = p_project_id
        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    union all
    select
        'approval_request',
        request.id,
        request.title,
        request.status::text
    from public.approval_requests as request
    where request.project_id = p_project_id and request.status in ('pending', 'in_review')
    order by 1, 2;
$$;


--
-- Name: FUNCTION project_completion_obstacles(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.project_completion_obstacles(p_project_id uuid) IS 'Open tasks and approval requests of a project, which keep it from being completed.';


--
-- Name: project_of_subject(text, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.project_of_subject(p_type text, p_id uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION project_of_subject(p_type text, p_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.project_of_subject(p_type text, p_id uuid) IS 'Project of what a type and an id name together; null if there is no such row or type.';


--
-- Name: purge_project(uuid, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.purge_project(IN p_project_id uuid, IN p_reason text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects;
begin
    select * into v_project from public.projects where id = p_project_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no project %s to purge', p_project_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'project.purged',
        p_reason,
        'projects',
        v_project.id,
        v_project.id,
        v_project.organization_id
    );

    delete from public.approval_assignments as assigned
    using public.approval_requests as req
    where req.id = assigned.request_id and req.project_id = p_project_id;

    delete from public.approval_responses as response
    using public.approval_requests as req
    where req.id = response.request_id and req.project_id = p_project_id;

    delete from public.approval_requests where project_id = p_project_id;
    delete from public.approval_workflows where project_id = p_project_id;

    delete from public.session_participants as participant
    using public.collaboration_sessions as ses
    where ses.id = participant.session_id and ses.project_id = p_project_id;

    delete from public.collaboration_sessions where project_id = p_project_id;
    delete from public.task_dependencies where project_id = p_project_id;
    delete from public.tasks where project_id = p_project_id;
    delete from public.requirements where project_id = p_project_id;
    delete from public.architecture_decisions where project_id = p_project_id;
    delete from public.project_risks where project_id = p_project_id;
    delete from public.project_analytics where project_id = p_project_id;
    delete from public.user_activities where project_id = p_project_id;
    delete from public.projects where id = p_project_id;
end;
$$;


--
-- Name: PROCEDURE purge_project(IN p_project_id uuid, IN p_reason text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.purge_project(IN p_project_id uuid, IN p_reason text) IS 'Deletes a project and all that belongs to it for good; the audit log keeps every row and why.';


--
-- Name: purge_user(uuid, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.purge_user(IN p_user_id uuid, IN p_reason text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    perform from public.users where id = p_user_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no user %s to purge', p_user_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'user.purged',
        p_reason,
        'users',
        p_user_id
    );

    delete from public.team_memberships where user_id = p_user_id;
    delete from public.session_participants where user_id = p_user_id;
    delete from public.user_activities where user_id = p_user_id;

    begin
        delete from public.users where id = p_user_id;
    exception
        when foreign_key_violation then
            update public.users
            set
                email = format('purged-%s@bduf.invalid', p_user_id),
                username = format('purged-%s', p_user_id),
                password_hash = '$disabled$this-account-was-purged',
                first_name = null,
                last_name = null,
                display_name = null,
                avatar_url = null,
                bio = null,
                timezone = 'UTC',
                permissions = '{}',
                role = 'viewer',
                is_active = false,
                is_verified = false,
                last_login_at = null,
                failed_login_attempts = 0,
                locked_until = null,
                api_key_hash = null,
                api_key_created_at = null,
                api_key_last_used = null,
                preferences = '{}',
                notification_settings = '{"email": false, "push": false, "in_app": false}'
            where id = p_user_id;
    end;
end;
$_$;


--
-- Name: PROCEDURE purge_user(IN p_user_id uuid, IN p_reason text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.purge_user(IN p_user_id uuid, IN p_reason text) IS 'Removes a person for good: the row, or all that is personal in it if other rows refer to it.';


--
-- Name: put_back_task(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.put_back_task(IN p_task_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'put_back', 'pending', p_actor_id);

    update public.tasks as task
    set status = 'pending'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.put_back',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;


--
-- Name: PROCEDURE put_back_task(IN p_task_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.put_back_task(IN p_task_id uuid, IN p_actor_id uuid) IS 'Puts a task back among those nobody is busy with; its assignee and hours stay.';


--
-- Name: reassign_task(uuid, uuid, uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.reassign_task(IN p_task_id uuid, IN p_from_id uuid, IN p_to_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);

    if p_to_id is not null then
        perform public.require_eligible(p_to_id, v_task.project_id, 'task.work');
    end if;

    if v_task.assigned_to is not distinct from p_to_id then
        return;
    end if;

    if v_task.assigned_to is distinct from p_from_id then
        raise sqlstate 'BD505'
        using
            message = 'somebody else has the task by now',
            detail = format(
                'task %s is assigned to %s',
                p_task_id,
                coalesce(v_task.assigned_to::text, 'nobody')
            );
    end if;

    update public.tasks as task
    set
        assigned_to = p_to_id,
        assigned_by = case when p_to_id is not null then p_actor_id end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case when p_to_id is null then 'unassign' else 'assign' end::public.activity_type_enum,
        'task.reassigned',
        'task',
        p_task_id,
        jsonb_build_object('from', p_from_id, 'to', p_to_id)
    );
end;
$$;


--
-- Name: PROCEDURE reassign_task(IN p_task_id uuid, IN p_from_id uuid, IN p_to_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.reassign_task(IN p_task_id uuid, IN p_from_id uuid, IN p_to_id uuid, IN p_actor_id uuid) IS 'Passes a task on from one person to another or to nobody; BD505 if the first has it no more.';


--
-- Name: record_activity(uuid, uuid, public.activity_type_enum, text, text, uuid, jsonb, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_activity(p_actor_id uuid, p_project_id uuid, p_activity_type public.activity_type_enum, p_action text, p_entity_type text, p_entity_id uuid, p_metadata jsonb DEFAULT '{}'::jsonb, p_description text DEFAULT NULL::text) RETURNS uuid
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.user_activities
        (
            id,
            user_id,
            project_id,
            activity_type,
            action,
            description,
            entity_type,
            entity_id,
            occurred_at,
            metadata,
            ip_address,
            user_agent,
            session_id
        )
    select
        uuidv7(),
        p_actor_id,
        p_project_id,
        p_activity_type,
        p_action,
        p_description,
        p_entity_type,
        p_entity_id,
        clock_timestamp(),
        jsonb_strip_nulls(p_metadata),
        actor.ip_address,
        actor.user_agent,
        nullif(current_setting('bduf.session_id', true), '')
    from public.audit_actor() as actor
    returning id;
$$;


--
-- Name: FUNCTION record_activity(p_actor_id uuid, p_project_id uuid, p_activity_type public.activity_type_enum, p_action text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_description text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.record_activity(p_actor_id uuid, p_project_id uuid, p_activity_type public.activity_type_enum, p_action text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_description text) IS 'Adds an entry to the feed and returns its id, which is in order of time; metadata loses its keys without value.';


--
-- Name: record_audit_event(public.audit_event_type_enum, text, text, text, uuid, uuid, uuid, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_audit_event(p_event_type public.audit_event_type_enum, p_event_action text, p_event_description text DEFAULT NULL::text, p_target_type text DEFAULT NULL::text, p_target_id uuid DEFAULT NULL::uuid, p_project_id uuid DEFAULT NULL::uuid, p_organization_id uuid DEFAULT NULL::uuid, p_metadata jsonb DEFAULT '{}'::jsonb) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_id constant uuid := uuidv7();
begin
    if p_event_type = 'data_change' then
        raise exception
            using
                errcode = 'BD803',
                message = 'changes of data are recorded by triggers alone',
                hint = 'Choose another event type.';
    end if;

    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            event_description,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        v_id,
        p_event_type,
        p_event_action,
        p_event_description,
        actor.user_id,
        actor.impersonated_by,
        p_target_type,
        p_target_id,
        p_project_id,
        p_organization_id,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        p_metadata || actor.metadata
    from public.audit_actor() as actor;

    return v_id;
end;
$$;


--
-- Name: FUNCTION record_audit_event(p_event_type public.audit_event_type_enum, p_event_action text, p_event_description text, p_target_type text, p_target_id uuid, p_project_id uuid, p_organization_id uuid, p_metadata jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.record_audit_event(p_event_type public.audit_event_type_enum, p_event_action text, p_event_description text, p_target_type text, p_target_id uuid, p_project_id uuid, p_organization_id uuid, p_metadata jsonb) IS 'Adds an audit entry that is no change of data, in the name of who acts; returns its id.';


--
-- Name: refuse_architecture_decision_circle(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_architecture_decision_circle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.architecture_decisions as decision
            where decision.superseded_by = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.superseded_by as id
            union
            select decision.superseded_by
            from above
            inner join public.architecture_decisions as decision on decision.id = above.id
            where decision.superseded_by is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('architecture decision %s would supersede itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'superseded_by',
            constraint = 'architecture_decisions_no_circle';
    end if;

    return null;
end;
$$;


--
-- Name: FUNCTION refuse_architecture_decision_circle(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_architecture_decision_circle() IS 'Row trigger after: refuses (BD301) a decision among its own successors.';


--
-- Name: refuse_early_deletion(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_early_deletion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_retired_until timestamptz;
    v_early bigint;
begin
    select coalesce(max(entries_until), '-infinity')
    into strict v_retired_until
    from public.audit_retirements;

    select count(*) into strict v_early from old_rows where occurred_at >= v_retired_until;

    if v_early > 0 then
        raise exception
            using
                errcode = 'BD801',
                message = format('audit_logs refuses to delete %s entries: they are kept', v_early),
                hint = 'public.retire_audit_logs removes sealed entries whose time has come.',
                schema = tg_table_schema,
                table = tg_table_name;
    end if;

    return null;
end;
$$;


--
-- Name: FUNCTION refuse_early_deletion(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_early_deletion() IS 'Statement trigger: fails with BD801 if an audit entry goes whose seal is not retired.';


--
-- Name: refuse_log_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_log_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    raise exception
        using
            errcode = 'BD801',
            message = format('%s refuses to %s: it only grows', tg_table_name, lower(tg_op)),
            hint = 'Record what is to be corrected as a new entry.',
            schema = tg_table_schema,
            table = tg_table_name;
end;
$$;


--
-- Name: FUNCTION refuse_log_change(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_log_change() IS 'Statement trigger: fails with BD801, for tables whose rows are never changed or removed.';


--
-- Name: refuse_production(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_production() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if current_setting('bduf.environment', true) = 'production' then
        raise sqlstate 'BD517'
        using
            message = 'this is not for a production database',
            detail = format('bduf.environment of database %s is production', current_database()),
            hint = 'Seeds are sample data for development and testing.';
    end if;
end;
$$;


--
-- Name: FUNCTION refuse_production(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_production() IS 'Raises BD517 in a database whose setting bduf.environment is production; seeds call it first.';


--
-- Name: refuse_requirement_circle(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_requirement_circle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.requirements as requirement
            where requirement.parent_requirement_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_requirement_id as id
            union
            select requirement.parent_requirement_id
            from above
            inner join public.requirements as requirement on requirement.id = above.id
            where requirement.parent_requirement_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('requirement %s would refine itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_requirement_id',
            constraint = 'requirements_no_circle';
    end if;

    return null;
end;
$$;


--
-- Name: FUNCTION refuse_requirement_circle(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_requirement_circle() IS 'Row trigger after: refuses (BD301) a requirement among its own ancestors.';


--
-- Name: refuse_task_circle(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_task_circle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.tasks as task
            where task.parent_task_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_task_id as id
            union
            select task.parent_task_id
            from above
            inner join public.tasks as task on task.id = above.id
            where task.parent_task_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would be a part of itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_task_id',
            constraint = 'tasks_no_circle';
    end if;

    return null;
end;
$$;


--
-- Name: FUNCTION refuse_task_circle(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_task_circle() IS 'Row trigger after: refuses (BD301) a task among its own ancestors.';


--
-- Name: refuse_task_dependency_circle(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_task_dependency_circle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if exists (
        with recursive waiting as (
            select new.successor_id as id
            union
            select dependency.successor_id
            from waiting
            inner join public.task_dependencies as dependency
                on dependency.project_id = new.project_id
                and dependency.predecessor_id = waiting.id
        )

        select from waiting
        where waiting.id = new.predecessor_id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would wait for itself', new.successor_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'task_dependencies_no_circle';
    end if;

    return null;
end;
$$;


--
-- Name: FUNCTION refuse_task_dependency_circle(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_task_dependency_circle() IS 'Row trigger after: refuses (BD301) a task that would wait for itself, however indirectly.';


--
-- Name: register_user(text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.register_user(p_email text, p_username text, p_password_hash text, p_display_name text DEFAULT NULL::text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.users (id, email, username, password_hash, display_name)
    values (uuidv7(), p_email, p_username, p_password_hash, p_display_name)
    returning id;
$$;


--
-- Name: FUNCTION register_user(p_email text, p_username text, p_password_hash text, p_display_name text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.register_user(p_email text, p_username text, p_password_hash text, p_display_name text) IS 'Opens an account with the least rights, in no organization and with an unverified address.';


--
-- Name: reopen_project(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.reopen_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform public.lock_project_for_step(p_project_id, 'reopen', 'execution', p_actor_id);
    perform public.require_reason(p_reason);

    update public.projects as project
    set
        status = 'execution',
        archived_at = null
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.reopened',
        'project',
        p_project_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE reopen_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.reopen_project(IN p_project_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Takes a completed project up again, with a reason, out of the archive too.';


--
-- Name: reopen_task(uuid, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.reopen_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_parent_id uuid := (
        select task.parent_task_id
        from public.tasks as task
        where task.id = p_task_id
    );
    v_task public.tasks := public.lock_task(p_task_id, v_parent_id);
    v_status public.task_status_enum := case v_task.status
        when 'cancelled' then 'pending'
        else 'in_progress'
    end;
begin
    if v_task.parent_task_id is distinct from v_parent_id then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    perform public.authorize_task_step(v_task, 'reopen', v_status, p_actor_id);
    perform public.require_reason(p_reason);
    perform public.hold_parent_open(v_parent_id, v_task.project_id);

    update public.tasks as task
    set status = v_status
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.reopened',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;


--
-- Name: PROCEDURE reopen_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.reopen_task(IN p_task_id uuid, IN p_reason text, IN p_actor_id uuid) IS 'Takes up a task again that was completed, rejected or cancelled; not under an ended parent.';


--
-- Name: request_approval(uuid, text, text, public.approval_request_type_enum, text, uuid, uuid[], uuid, timestamp with time zone, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.request_approval(IN p_workflow_id uuid, IN p_title text, IN p_description text, IN p_request_type public.approval_request_type_enum, IN p_subject_type text, IN p_subject_id uuid, IN p_approver_ids uuid[], IN p_actor_id uuid, IN p_due_date timestamp with time zone DEFAULT NULL::timestamp with time zone, INOUT p_request_id uuid DEFAULT NULL::uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_workflow public.approval_workflows;
begin
    v_workflow := public.hold_workflow_active(p_workflow_id);
    perform public.require_permission(p_actor_id, v_workflow.project_id, 'approval.request');
    perform public.require_approvers(v_workflow, p_approver_ids, p_actor_id);

    p_request_id := coalesce(p_request_id, uuidv7());

    insert into public.approval_requests
        (
            id,
            workflow_id,
            project_id,
            title,
            description,
            request_type,
            subject_type,
            subject_id,
            due_date,
            requested_by
        )
    values
        (
            p_request_id,
            p_workflow_id,
            v_workflow.project_id,
            p_title,
            p_description,
            p_request_type,
            p_subject_type,
            p_subject_id,
            p_due_date,
            p_actor_id
        )
    on conflict (id) do nothing;

    if not found then
        perform public.require_same_request(p_request_id, p_workflow_id, p_subject_id, p_actor_id);
        return;
    end if;

    -- Approvers of a sequential workflow are asked in the order in which they are given.
    insert into public.approval_assignments (id, request_id, approver_id, step)
    select
        uuidv7(),
        p_request_id,
        approver.id,
        case when v_workflow.is_sequential then approver.place else 1 end
    from unnest(p_approver_ids) with ordinality as approver (id, place);

    perform public.record_activity(
        p_actor_id,
        v_workflow.project_id,
        'create',
        'approval.requested',
        'approval_request',
        p_request_id,
        jsonb_build_object('approvers', p_approver_ids)
    );
end;
$$;


--
-- Name: PROCEDURE request_approval(IN p_workflow_id uuid, IN p_title text, IN p_description text, IN p_request_type public.approval_request_type_enum, IN p_subject_type text, IN p_subject_id uuid, IN p_approver_ids uuid[], IN p_actor_id uuid, IN p_due_date timestamp with time zone, INOUT p_request_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.request_approval(IN p_workflow_id uuid, IN p_title text, IN p_description text, IN p_request_type public.approval_request_type_enum, IN p_subject_type text, IN p_subject_id uuid, IN p_approver_ids uuid[], IN p_actor_id uuid, IN p_due_date timestamp with time zone, INOUT p_request_id uuid) IS 'Asks named people for an approval; repeated with the same id, it changes nothing.';


--
-- Name: require_approvers(public.approval_workflows, uuid[], uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_approvers(p_workflow public.approval_workflows, p_approver_ids uuid[], p_requester_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_approvers bigint := (
        select count(distinct approver.id)
        from unnest(p_approver_ids) as approver (id)
    );
begin
    if v_approvers < greatest(p_workflow.required_approvals, 1) then
        raise sqlstate 'BD514'
        using
            message = format(
                '%s different approvers cannot give %s approvals',
                v_approvers,
                p_workflow.required_approvals
            ),
            detail = format('workflow %s', p_workflow.id);
    end if;

    if v_approvers < cardinality(p_approver_ids) then
        raise sqlstate 'BD518'
        using message = 'an approver is missing or named twice';
    end if;

    if p_requester_id = any (p_approver_ids) then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_requester_id);
    end if;

    perform public.require_eligible(approver.id, p_workflow.project_id, 'approval.decide')
    from unnest(p_approver_ids) as approver (id);
end;
$$;


--
-- Name: FUNCTION require_approvers(p_workflow public.approval_workflows, p_approver_ids uuid[], p_requester_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_approvers(p_workflow public.approval_workflows, p_approver_ids uuid[], p_requester_id uuid) IS 'Refuses approvers who are too few, named twice, the requester, or not entitled to decide.';


--
-- Name: approval_assignments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_assignments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id uuid NOT NULL,
    requested_by uuid NOT NULL,
    approver_id uuid NOT NULL,
    step integer DEFAULT 1 NOT NULL,
    delegated_to uuid,
    delegated_at timestamp with time zone,
    decision public.approval_decision_enum,
    decided_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT approval_assignments_decision_has_time_check CHECK (((decision IS NULL) = (decided_at IS NULL))),
    CONSTRAINT approval_assignments_decision_is_a_vote_check CHECK ((decision <> 'delegate'::public.approval_decision_enum)),
    CONSTRAINT approval_assignments_delegation_has_time_check CHECK (((delegated_to IS NULL) = (delegated_at IS NULL))),
    CONSTRAINT approval_assignments_no_delegation_to_self_check CHECK ((delegated_to <> approver_id)),
    CONSTRAINT approval_assignments_no_self_approval_check CHECK (((approver_id <> requested_by) AND (delegated_to IS DISTINCT FROM requested_by))),
    CONSTRAINT approval_assignments_step_is_positive_check CHECK ((step >= 1))
);

ALTER TABLE ONLY public.approval_assignments FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.approval_assignments IS 'Who has to answer an approval request, one row a vote; the answer''s words are a response.';


--
-- Name: COLUMN approval_assignments.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.id IS 'Names the vote in the audit log; it stays when the vote is delegated.';


--
-- Name: COLUMN approval_assignments.request_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.request_id IS 'Request to be decided; deleting it deletes its assignments.';


--
-- Name: COLUMN approval_assignments.requested_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.requested_by IS 'The request''s requester, copied by trigger and kept equal by a foreign key.';


--
-- Name: COLUMN approval_assignments.approver_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.approver_id IS 'User whose vote it is; named once a request, whatever the step.';


--
-- Name: COLUMN approval_assignments.step; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.step IS 'Place in the sequence from 1: in a sequential workflow a step waits for all lower ones.';


--
-- Name: COLUMN approval_assignments.delegated_to; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.delegated_to IS 'User who votes instead; null while the approver does.';


--
-- Name: COLUMN approval_assignments.delegated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.delegated_at IS 'When the vote was passed on; null like delegated_to.';


--
-- Name: COLUMN approval_assignments.decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.decision IS 'The vote, by the approver or who votes instead; null until it is cast.';


--
-- Name: COLUMN approval_assignments.decided_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.decided_at IS 'When the vote was cast; null like decision.';


--
-- Name: COLUMN approval_assignments.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.created_at IS 'When the approver was named.';


--
-- Name: COLUMN approval_assignments.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_assignments.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: CONSTRAINT approval_assignments_decision_has_time_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_decision_has_time_check ON public.approval_assignments IS 'A cast vote has a time, and no other has.';


--
-- Name: CONSTRAINT approval_assignments_decision_is_a_vote_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_decision_is_a_vote_check ON public.approval_assignments IS 'Delegating is not voting: it fills delegated_to.';


--
-- Name: CONSTRAINT approval_assignments_delegation_has_time_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_delegation_has_time_check ON public.approval_assignments IS 'A delegated vote has a time of delegation, and no other has.';


--
-- Name: CONSTRAINT approval_assignments_no_delegation_to_self_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_no_delegation_to_self_check ON public.approval_assignments IS 'Who votes instead is somebody else.';


--
-- Name: CONSTRAINT approval_assignments_no_self_approval_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_no_self_approval_check ON public.approval_assignments IS 'Nobody approves their own request, neither as approver nor instead of one.';


--
-- Name: CONSTRAINT approval_assignments_step_is_positive_check ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_step_is_positive_check ON public.approval_assignments IS 'Steps count from 1.';


--
-- Name: require_delegable(public.approval_requests, public.approval_assignments, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_delegable(p_request public.approval_requests, p_vote public.approval_assignments, p_to_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_vote.decision is not null or p_vote.delegated_to is not null then
        raise sqlstate 'BD515'
        using
            message = 'a vote that was cast or passed on is not passed on again',
            detail = format('approval request %s', p_request.id);
    end if;

    if p_to_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_to_id);
    end if;

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request.id
            and p_to_id in (vote.approver_id, vote.delegated_to)
    ) then
        raise sqlstate 'BD515'
        using
            message = 'nobody has two votes on one request',
            detail = format('user %s', p_to_id);
    end if;

    perform public.require_eligible(p_to_id, p_request.project_id, 'approval.decide');
end;
$$;


--
-- Name: FUNCTION require_delegable(p_request public.approval_requests, p_vote public.approval_assignments, p_to_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_delegable(p_request public.approval_requests, p_vote public.approval_assignments, p_to_id uuid) IS 'Refuses with BD515 to pass on a vote that is used, or to somebody who is asked already.';


--
-- Name: require_eligible(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_eligible(p_user_id uuid, p_project_id uuid, p_permission text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not public.has_permission(p_user_id, p_project_id, p_permission) then
        raise sqlstate 'BD508'
        using
            message = format('this is given to somebody with the permission %s only', p_permission),
            detail = format('user %s does not have it in project %s', p_user_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_eligible(p_user_id uuid, p_project_id uuid, p_permission text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_eligible(p_user_id uuid, p_project_id uuid, p_permission text) IS 'Refuses with BD508 to give somebody a task or a vote who could do nothing with it.';


--
-- Name: require_fresh_snapshot(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_fresh_snapshot() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if current_setting('transaction_isolation') = 'repeatable read' then
        raise sqlstate 'BD516'
        using
            message = 'this cannot be done safely at repeatable read',
            hint = 'Use read committed or serializable.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_fresh_snapshot(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_fresh_snapshot() IS 'Refuses with BD516 the one isolation level at which a lock does not show what it waited for.';


--
-- Name: require_open_request(public.approval_requests); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_open_request(p_request public.approval_requests) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_request.status not in ('pending', 'in_review') then
        raise sqlstate 'BD503'
        using
            message = format('the request is %s and stays so', p_request.status),
            detail = format('approval request %s', p_request.id),
            hint = 'Ask again with a new request.';
    end if;

    if p_request.due_date < clock_timestamp() then
        raise sqlstate 'BD513'
        using
            message = 'the time to decide is over',
            detail = format('approval request %s was due at %s', p_request.id, p_request.due_date),
            hint = 'Ask again with a new request.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_open_request(p_request public.approval_requests); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_open_request(p_request public.approval_requests) IS 'Refuses with BD503 what is decided, cancelled or expired, and with BD513 what is past due.';


--
-- Name: require_open_task(public.tasks); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_open_task(p_task public.tasks) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_task.status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD503'
        using
            message = format('the task is %s', p_task.status),
            detail = format('task %s', p_task.id),
            hint = 'Reopen it first.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_open_task(p_task public.tasks); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_open_task(p_task public.tasks) IS 'Refuses with BD503 to change who does a task, or where it belongs, after it has ended.';


--
-- Name: require_permission(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_permission(p_actor_id uuid, p_project_id uuid, p_permission text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not public.has_permission(p_actor_id, p_project_id, p_permission) then
        raise sqlstate 'BD502'
        using
            message = format('this takes the permission %s', p_permission),
            detail = format('user %s does not have it in project %s', p_actor_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_permission(p_actor_id uuid, p_project_id uuid, p_permission text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_permission(p_actor_id uuid, p_project_id uuid, p_permission text) IS 'Refuses with BD502 unless the person may do this in the project.';


--
-- Name: require_reason(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_reason(p_reason text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_reason is null or btrim(p_reason) = '' then
        raise sqlstate 'BD518'
        using message = 'this takes a reason';
    end if;
end;
$$;


--
-- Name: FUNCTION require_reason(p_reason text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_reason(p_reason text) IS 'Refuses with BD518 to do something unexplained that others will ask about.';


--
-- Name: require_same_request(uuid, uuid, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_same_request(p_request_id uuid, p_workflow_id uuid, p_subject_id uuid, p_actor_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (
        select
        from public.approval_requests as request
        where
            request.id = p_request_id
            and request.workflow_id = p_workflow_id
            and request.subject_id = p_subject_id
            and request.requested_by = p_actor_id
    ) then
        raise sqlstate 'BD505'
        using
            message = 'the id belongs to another request',
            detail = format('approval request %s', p_request_id);
    end if;
end;
$$;


--
-- Name: FUNCTION require_same_request(p_request_id uuid, p_workflow_id uuid, p_subject_id uuid, p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_same_request(p_request_id uuid, p_workflow_id uuid, p_subject_id uuid, p_actor_id uuid) IS 'Refuses with BD505 an id that is in use for another request than the one asked for.';


--
-- Name: require_same_task(uuid, uuid, text, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_same_task(p_task_id uuid, p_project_id uuid, p_title text, p_actor_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (
        select
        from public.tasks as task
        where
            task.id = p_task_id
            and task.project_id = p_project_id
            and task.created_by = p_actor_id
            and task.title = p_title
    ) then
        raise sqlstate 'BD505'
        using
            message = 'the id belongs to another task',
            detail = format('task %s', p_task_id);
    end if;
end;
$$;


--
-- Name: FUNCTION require_same_task(p_task_id uuid, p_project_id uuid, p_title text, p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_same_task(p_task_id uuid, p_project_id uuid, p_title text, p_actor_id uuid) IS 'Refuses with BD505 an id that is in use for another task than the one to be created.';


--
-- Name: require_task_can_end(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_task_can_end(p_task_id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_obstacle record;
begin
    select *
    into v_obstacle
    from public.task_end_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_end_obstacles() lists all that keeps the task from ending.';
    end if;
end;
$$;


--
-- Name: FUNCTION require_task_can_end(p_task_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_task_can_end(p_task_id uuid) IS 'Refuses with BD507 to end a task that task_end_obstacles() lists something for.';


--
-- Name: require_transition(text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_transition(p_subject text, p_action text, p_from text, p_to text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_permission text;
begin
    select legal.permission
    into v_permission
    from public.status_transitions as legal
    where
        legal.subject = p_subject
        and legal.action = p_action
        and legal.from_status = p_from
        and legal.to_status = p_to;

    if found then
        return v_permission;
    end if;

    -- Whoever repeats a call that got through can take this for success; a competitor has lost.
    if p_from = p_to then
        raise sqlstate 'BD504'
        using
            message = format('it is %s already', p_to),
            detail = format('%s: %s', p_subject, p_action);
    end if;

    raise sqlstate 'BD503'
    using
        message = format('%s does not follow %s', p_to, p_from),
        detail = format('%s: %s', p_subject, p_action),
        hint = 'The view public.status_transitions lists the legal steps.';
end;
$$;


--
-- Name: FUNCTION require_transition(p_subject text, p_action text, p_from text, p_to text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_transition(p_subject text, p_action text, p_from text, p_to text) IS 'Permission that a step takes; refuses it with BD503, or BD504 if the row is there already.';


--
-- Name: require_turn(public.approval_requests, public.approval_assignments); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_turn(p_request public.approval_requests, p_vote public.approval_assignments) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_waiting bigint;
begin
    select count(*)
    into v_waiting
    from public.approval_workflows as workflow
    join public.approval_assignments as earlier on earlier.request_id = p_request.id
    where
        workflow.id = p_request.workflow_id
        and workflow.is_sequential
        and earlier.step < p_vote.step
        and earlier.decision is null;

    if v_waiting > 0 then
        raise sqlstate 'BD511'
        using
            message = 'others are asked first',
            detail = format('%s votes of earlier steps are not cast', v_waiting);
    end if;
end;
$$;


--
-- Name: FUNCTION require_turn(p_request public.approval_requests, p_vote public.approval_assignments); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.require_turn(p_request public.approval_requests, p_vote public.approval_assignments) IS 'Refuses with BD511, in a sequential workflow, an answer ahead of those of earlier steps.';


--
-- Name: requirement_is_in_project(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_is_in_project(p_requirement_id uuid, p_project_id uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        exists (
            select
            from public.requirements as requirement
            where requirement.id = p_requirement_id and requirement.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;


--
-- Name: FUNCTION requirement_is_in_project(p_requirement_id uuid, p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.requirement_is_in_project(p_requirement_id uuid, p_project_id uuid) IS 'Whether it exists in that project, and the project is one of the current user''s.';


--
-- Name: requirements_completeness(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirements_completeness(p_project_id uuid) RETURNS numeric
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        round(
            count(*) filter (
                where requirement.status in ('approved', 'implemented', 'tested', 'accepted')
            )::numeric / nullif(count(*), 0),
            2
        )
    from public.requirements as requirement
    where
        requirement.project_id = p_project_id
        and requirement.is_current_version = true
        and requirement.status not in ('rejected', 'deprecated');
$$;


--
-- Name: FUNCTION requirements_completeness(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.requirements_completeness(p_project_id uuid) IS 'Share of a project''s current requirements in scope that are at least approved; null if none.';


--
-- Name: respond_to_approval(uuid, public.approval_decision_enum, uuid, text, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.respond_to_approval(IN p_request_id uuid, IN p_decision public.approval_decision_enum, IN p_actor_id uuid, IN p_comments text DEFAULT NULL::text, IN p_conditions text DEFAULT NULL::text)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments := public.vote_of(v_request, p_actor_id);
begin
    -- The answer that is already there: the call is repeated because its own answer was lost.
    if v_vote.decision = p_decision then
        return;
    end if;

    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.decide');
    perform public.require_turn(v_request, v_vote);

    if p_decision = 'delegate' then
        raise sqlstate 'BD518'
        using
            message = 'delegating is not answering',
            hint = 'public.delegate_approval() passes the vote on.';
    end if;

    if p_decision = 'approve_with_conditions' then
        perform public.require_reason(p_conditions);
    end if;

    update public.approval_assignments as vote
    set
        decision = p_decision,
        decided_at = clock_timestamp()
    where vote.id = v_vote.id;

    insert into public.approval_responses as response
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            conditions,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            p_decision,
            p_comments,
            case p_decision when 'approve_with_conditions' then p_conditions end,
            clock_timestamp()
        )
    on conflict (request_id, approver_id) do update
    set
        decision = excluded.decision,
        comments = excluded.comments,
        conditions = excluded.conditions,
        responded_at = excluded.responded_at;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        case p_decision when 'reject' then 'reject' else 'approve' end::public.activity_type_enum,
        'approval.answered',
        'approval_request',
        p_request_id,
        jsonb_build_object('decision', p_decision)
    );

    perform public.conclude_approval(v_request);
end;
$$;


--
-- Name: PROCEDURE respond_to_approval(IN p_request_id uuid, IN p_decision public.approval_decision_enum, IN p_actor_id uuid, IN p_comments text, IN p_conditions text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.respond_to_approval(IN p_request_id uuid, IN p_decision public.approval_decision_enum, IN p_actor_id uuid, IN p_comments text, IN p_conditions text) IS 'Casts or changes a vote on an open request, and decides the request once the votes do.';


--
-- Name: resume_project(uuid, public.project_status_enum, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.resume_project(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform public.lock_project_for_step(p_project_id, 'resume', p_phase, p_actor_id);

    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.resumed',
        'project',
        p_project_id,
        jsonb_build_object('to', p_phase)
    );
end;
$$;


--
-- Name: PROCEDURE resume_project(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.resume_project(IN p_project_id uuid, IN p_phase public.project_status_enum, IN p_actor_id uuid) IS 'Takes a suspended project up again, in the phase that its manager finds it in.';


--
-- Name: retire_audit_logs(interval); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.retire_audit_logs(p_keep interval DEFAULT '7 years'::interval) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_seal public.audit_seals;
begin
    lock table public.audit_retirements in share row exclusive mode;

    select *
    into v_seal
    from public.audit_seals as seal
    where
        not exists (
            select
            from public.audit_retirements as retired
            where retired.seal_number = seal.seal_number
        )
    order by seal_number
    limit 1;

    if not found or v_seal.entries_until > clock_timestamp() - p_keep then
        return null;
    end if;

    insert into public.audit_retirements (seal_number, entries_until)
    values (v_seal.seal_number, v_seal.entries_until);

    delete from public.audit_logs
    where occurred_at >= v_seal.entries_from and occurred_at < v_seal.entries_until;

    perform public.record_audit_event(
        'system_event',
        'retention.applied',
        p_metadata => jsonb_build_object(
            'seal_number', v_seal.seal_number,
            'entry_count', v_seal.entry_count,
            'entries_until', v_seal.entries_until
        )
    );

    return v_seal.seal_number;
end;
$$;


--
-- Name: FUNCTION retire_audit_logs(p_keep interval); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.retire_audit_logs(p_keep interval) IS 'Removes the entries of the oldest seal, once old enough; its number, or null if it is not.';


--
-- Name: review_task(uuid, public.task_status_enum, text, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.review_task(IN p_task_id uuid, IN p_verdict public.task_status_enum, IN p_comment text, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'review', p_verdict, p_actor_id);

    if v_task.assigned_to = p_actor_id then
        raise sqlstate 'BD512'
        using
            message = 'nobody reviews their own work',
            detail = format('task %s is assigned to %s', p_task_id, p_actor_id);
    end if;

    if p_verdict = 'rejected' then
        perform public.require_reason(p_comment);
    end if;

    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = p_verdict,
        completed_at = case p_verdict when 'approved' then clock_timestamp() end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case p_verdict when 'approved' then 'approve' else 'reject' end::public.activity_type_enum,
        'task.reviewed',
        'task',
        p_task_id,
        jsonb_build_object('verdict', p_verdict, 'comment', p_comment)
    );
end;
$$;


--
-- Name: PROCEDURE review_task(IN p_task_id uuid, IN p_verdict public.task_status_enum, IN p_comment text, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.review_task(IN p_task_id uuid, IN p_verdict public.task_status_enum, IN p_comment text, IN p_actor_id uuid) IS 'Approves or rejects a task handed in by somebody else; a rejection says why.';


--
-- Name: risk_matrix(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.risk_matrix(p_project_id uuid) RETURNS TABLE(probability public.risk_probability_enum, impact public.risk_impact_enum, risks bigint, risk_score numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION risk_matrix(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.risk_matrix(p_project_id uuid) IS 'All 25 cells of a project''s open risks, most likely first; the score is null in empty cells.';


--
-- Name: role_permissions(public.user_role_enum); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.role_permissions(p_role public.user_role_enum) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        case
            when p_role in ('admin', 'project_manager') then array[
                'approval.decide',
                'approval.manage',
                'approval.request',
                'project.close',
                'project.manage',
                'project.view',
                'task.create',
                'task.manage',
                'task.review',
                'task.work'
            ]
            when p_role in ('architect', 'tech_lead') then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.manage',
                'task.review',
                'task.work'
            ]
            when p_role = 'qa_engineer' then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.review',
                'task.work'
            ]
            when p_role in ('developer', 'designer', 'business_analyst') then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.work'
            ]
            when p_role = 'stakeholder' then array[
                'approval.decide',
                'approval.request',
                'project.view'
            ]
            when p_role = 'viewer' then array['project.view']
            else '{}'
        end;
$$;


--
-- Name: FUNCTION role_permissions(p_role public.user_role_enum); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.role_permissions(p_role public.user_role_enum) IS 'Names of the permissions that come with a role, in alphabetical order.';


--
-- Name: seal_audit_logs(interval, interval); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.seal_audit_logs(p_lag interval DEFAULT '00:01:00'::interval, p_patience interval DEFAULT '00:00:10'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_now constant timestamptz := clock_timestamp() - p_lag;
    v_previous public.audit_seals;
    v_seal public.audit_seals;
    v_seals_made integer := 0;
    v_since timestamptz;
begin
    -- One sealer at a time; readers of seals do not wait.
    lock table public.audit_seals in share row exclusive mode;
    perform public.wait_for_writers(p_patience);

    select * into v_previous from public.audit_seals order by seal_number desc limit 1;
    v_seal.entries_from := coalesce(v_previous.entries_until, '-infinity');
    v_since := coalesce(
        v_previous.entries_until,
        (select min(occurred_at) from public.audit_logs)
    );

    while v_seal.entries_from < v_now loop
        v_seal.entries_until := least(
            v_now,
            date_trunc('day', v_since, 'UTC') + interval '24 hours'
        );

        select entry_count, digest
        into strict v_seal.entry_count, v_seal.entries_digest
        from public.audit_entries_digest(v_seal.entries_from, v_seal.entries_until);

        -- A quiet hour gets no seal of its own; it becomes part of the next.
        exit when v_seal.entry_count = 0 and v_seal.entries_until = v_now;

        v_seal.seal_number := coalesce(v_previous.seal_number, 0) + 1;
        v_seal.sealed_at := clock_timestamp();
        v_seal.digest := public.audit_seal_digest(
            v_previous.digest,
            v_seal.seal_number,
            v_seal.entries_from,
            v_seal.entries_until,
            v_seal.entry_count,
            v_seal.entries_digest
        );

        insert into public.audit_seals values (v_seal.*);
        v_seals_made := v_seals_made + 1;
        v_previous := v_seal;
        v_seal.entries_from := v_seal.entries_until;
        v_since := v_seal.entries_until;
    end loop;

    return v_seals_made;
end;
$$;


--
-- Name: FUNCTION seal_audit_logs(p_lag interval, p_patience interval); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.seal_audit_logs(p_lag interval, p_patience interval) IS 'Seals the entries since the last seal, a day at most in each; returns how many seals it made.';


--
-- Name: search_decisions(text, uuid, integer, real, uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_decisions(p_query text, p_project_id uuid DEFAULT NULL::uuid, p_limit integer DEFAULT 20, p_after_rank real DEFAULT NULL::real, p_after_id uuid DEFAULT NULL::uuid, p_highlight boolean DEFAULT false) RETURNS TABLE(id uuid, project_id uuid, title text, status public.decision_status_enum, rank real, excerpt text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            decision.id,
            decision.project_id,
            decision.title,
            decision.status,
            ts_rank(decision.search_vector, asked.query, 1) as rank,
            concat_ws(
                e'\n',
                decision.title,
                left(decision.decision, 25000),
                left(decision.description, 25000),
                left(decision.context, 25000),
                left(decision.consequences, 25000)
            ) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.architecture_decisions as decision on decision.search_vector @@ asked.query
        where
            decision.project_id = any((select public.current_project_ids())::uuid[])
            and (p_project_id is null or decision.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION search_decisions(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.search_decisions(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean) IS 'Architecture decisions by the English words of their five texts, best first, 100 a page.';


--
-- Name: search_projects(text, uuid, integer, real, uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_projects(p_query text, p_organization_id uuid DEFAULT NULL::uuid, p_limit integer DEFAULT 20, p_after_rank real DEFAULT NULL::real, p_after_id uuid DEFAULT NULL::uuid, p_highlight boolean DEFAULT false) RETURNS TABLE(id uuid, organization_id uuid, name text, status public.project_status_enum, rank real, excerpt text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        page.id,
        page.organization_id,
        page.name,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            project.id,
            project.organization_id,
            project.name,
            project.status,
            ts_rank(project.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', project.name, left(project.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.projects as project on project.search_vector @@ asked.query
        where
            project.id = any((select public.current_project_ids())::uuid[])
            and (p_organization_id is null or project.organization_id = p_organization_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION search_projects(p_query text, p_organization_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.search_projects(p_query text, p_organization_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean) IS 'Projects by the English words of name and description, best first, at most 100 a page.';


--
-- Name: search_requirements(text, uuid, integer, real, uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_requirements(p_query text, p_project_id uuid DEFAULT NULL::uuid, p_limit integer DEFAULT 20, p_after_rank real DEFAULT NULL::real, p_after_id uuid DEFAULT NULL::uuid, p_highlight boolean DEFAULT false) RETURNS TABLE(id uuid, project_id uuid, title text, status public.requirement_status_enum, rank real, excerpt text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            requirement.id,
            requirement.project_id,
            requirement.title,
            requirement.status,
            ts_rank(requirement.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', requirement.title, left(requirement.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.requirements as requirement on requirement.search_vector @@ asked.query
        where
            requirement.project_id = any((select public.current_project_ids())::uuid[])
            and requirement.is_current_version
            and (p_project_id is null or requirement.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION search_requirements(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.search_requirements(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean) IS 'Current requirements by the English words of title and description, best first, 100 a page.';


--
-- Name: search_tasks(text, uuid, integer, real, uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_tasks(p_query text, p_project_id uuid DEFAULT NULL::uuid, p_limit integer DEFAULT 20, p_after_rank real DEFAULT NULL::real, p_after_id uuid DEFAULT NULL::uuid, p_highlight boolean DEFAULT false) RETURNS TABLE(id uuid, project_id uuid, title text, status public.task_status_enum, rank real, excerpt text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        page.id,
        page.project_id,
        page.title,
        page.status,
        page.rank,
        case
            when p_highlight then ts_headline('english', page.body, page.query, 'MaxFragments=2')
        end
    from (
        select
            task.id,
            task.project_id,
            task.title,
            task.status,
            ts_rank(task.search_vector, asked.query, 1) as rank,
            concat_ws(e'\n', task.title, left(task.description, 100000)) as body,
            asked.query
        from websearch_to_tsquery('english', p_query) as asked (query)
        join public.tasks as task on task.search_vector @@ asked.query
        where
            task.project_id = any((select public.current_project_ids())::uuid[])
            and (p_project_id is null or task.project_id = p_project_id)
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION search_tasks(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.search_tasks(p_query text, p_project_id uuid, p_limit integer, p_after_rank real, p_after_id uuid, p_highlight boolean) IS 'Tasks by the English words of title and description, best first, at most 100 a page.';


--
-- Name: search_users(text, integer, real, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_users(p_query text, p_limit integer DEFAULT 20, p_after_rank real DEFAULT NULL::real, p_after_id uuid DEFAULT NULL::uuid) RETURNS TABLE(id uuid, username text, display_name text, avatar_url text, rank real)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select page.*
    from (
        select
            colleague.id,
            colleague.username,
            colleague.display_name,
            colleague.avatar_url,
            ts_rank(colleague.search_vector, asked.query) as rank
        from
            nullif(websearch_to_tsquery('simple', p_query)::text, '') as words (query),
            cast(words.query || ':*' as tsquery) as asked (query)
        join public.users as colleague on colleague.search_vector @@ asked.query
        where
            colleague.id = any((select public.current_colleague_ids())::uuid[])
            and colleague.is_active
    ) as page
    where
        p_after_rank is null
        or page.rank < p_after_rank
        or (page.rank = p_after_rank and page.id > p_after_id)
    order by page.rank desc, page.id
    limit least(p_limit, 100);
$$;


--
-- Name: FUNCTION search_users(p_query text, p_limit integer, p_after_rank real, p_after_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.search_users(p_query text, p_limit integer, p_after_rank real, p_after_id uuid) IS 'Colleagues by name, the last word unfinished perhaps, best first, at most 100 a page.';


--
-- Name: set_api_key(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_api_key(p_api_key_hash text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update public.users as account
    set
        api_key_hash = p_api_key_hash,
        api_key_created_at = case
            when p_api_key_hash is not null then clock_timestamp()
        end,
        api_key_last_used = null
    where account.id = public.current_user_id();
$$;


--
-- Name: FUNCTION set_api_key(p_api_key_hash text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.set_api_key(p_api_key_hash text) IS 'Replaces the API key of the current user; null takes it back.';


--
-- Name: set_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.updated_at := clock_timestamp();
    return new;
end;
$$;


--
-- Name: FUNCTION set_updated_at(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.set_updated_at() IS 'Row trigger before update: sets updated_at to the moment of the change, whatever was given.';


--
-- Name: share_project(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.share_project(p_project_id uuid) RETURNS public.projects
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_project public.projects;
begin
    perform public.require_fresh_snapshot();

    select *
    into v_project
    from public.projects as project
    where project.id = p_project_id
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;


--
-- Name: FUNCTION share_project(p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.share_project(p_project_id uuid) IS 'Keeps a project as it is until the transaction ends, and returns it.';


--
-- Name: sign_in(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sign_in(p_email text, p_password_hash text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update public.users as account
    set
        failed_login_attempts = case
            when account.password_hash = p_password_hash then 0
            else account.failed_login_attempts + 1
        end,
        locked_until = case
            when account.password_hash = p_password_hash then null
            when account.failed_login_attempts + 1 >= 5 then clock_timestamp(

            ) + interval '15 minutes'
            else account.locked_until
        end,
        last_login_at = case
            when account.password_hash = p_password_hash then clock_timestamp()
            else account.last_login_at
        end
    where
        lower(account.email) = lower(p_email)
        and account.is_active
        and (account.locked_until is null or account.locked_until <= clock_timestamp())
    returning
        case
            when account.password_hash = p_password_hash then account.id
        end;
$$;


--
-- Name: FUNCTION sign_in(p_email text, p_password_hash text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.sign_in(p_email text, p_password_hash text) IS 'The user with this address and hash, else null. Five failures lock for 15 minutes each time.';


--
-- Name: sign_in_with_api_key(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sign_in_with_api_key(p_api_key_hash text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user_id uuid;
    v_last_used timestamptz;
begin
    select account.id, account.api_key_last_used
    into v_user_id, v_last_used
    from public.users as account
    where account.api_key_hash = p_api_key_hash and account.is_active;

    if v_last_used is null or v_last_used < clock_timestamp() - interval '1 minute' then
        update public.users as account
        set api_key_last_used = clock_timestamp()
        where account.id = v_user_id;
    end if;

    return v_user_id;
end;
$$;


--
-- Name: FUNCTION sign_in_with_api_key(p_api_key_hash text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.sign_in_with_api_key(p_api_key_hash text) IS 'The user whose API key has this hash, else null. Notes when the key was last used.';


--
-- Name: snapshot_all_projects(date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.snapshot_all_projects(p_day date) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select public.snapshot_projects(array_agg(project.id), p_day)
    from public.projects as project
    where
        project.created_at < (p_day + 1)::timestamp at time zone 'UTC'
        and project.archived_at is null;
$$;


--
-- Name: FUNCTION snapshot_all_projects(p_day date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.snapshot_all_projects(p_day date) IS 'Keeps the numbers of a UTC day for every project that is not archived; again, corrects them.';


--
-- Name: snapshot_projects(uuid[], date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.snapshot_projects(p_project_ids uuid[], p_day date) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_written bigint;
begin
    if p_day is null or p_day > (clock_timestamp() at time zone 'UTC')::date then
        raise sqlstate 'BD518'
        using
            message = 'a day is not measured before it has come',
            detail = format('asked for %s', p_day);
    end if;

    insert into public.project_analytics as snapshot
        (
            id,
            project_id,
            snapshot_date,
            total_tasks,
            completed_tasks,
            in_progress_tasks,
            blocked_tasks,
            total_estimated_hours,
            total_actual_hours,
            requirements_completeness,
            risk_score,
            active_team_members,
            collaboration_sessions_count
        )
    select
        uuidv7(),
        measured.project_id,
        p_day,
        measured.total_tasks,
        measured.completed_tasks,
        measured.in_progress_tasks,
        measured.blocked_tasks,
        measured.total_estimated_hours,
        measured.total_actual_hours,
        measured.requirements_completeness,
        measured.risk_score,
        measured.active_team_members,
        measured.collaboration_sessions_count
    from public.measure_projects(p_project_ids, p_day) as measured
    order by measured.project_id
    on conflict (project_id, snapshot_date) do update
    set
        total_tasks = excluded.total_tasks,
        completed_tasks = excluded.completed_tasks,
        in_progress_tasks = excluded.in_progress_tasks,
        blocked_tasks = excluded.blocked_tasks,
        total_estimated_hours = excluded.total_estimated_hours,
        total_actual_hours = excluded.total_actual_hours,
        requirements_completeness = excluded.requirements_completeness,
        risk_score = excluded.risk_score,
        active_team_members = excluded.active_team_members,
        collaboration_sessions_count = excluded.collaboration_sessions_count
    where
        (
            snapshot.total_tasks,
            snapshot.completed_tasks,
            snapshot.in_progress_tasks,
            snapshot.blocked_tasks,
            snapshot.total_estimated_hours,
            snapshot.total_actual_hours,
            snapshot.requirements_completeness,
            snapshot.risk_score,
            snapshot.active_team_members,
            snapshot.collaboration_sessions_count
        ) is distinct from (
            excluded.total_tasks,
            excluded.completed_tasks,
            excluded.in_progress_tasks,
            excluded.blocked_tasks,
            excluded.total_estimated_hours,
            excluded.total_actual_hours,
            excluded.requirements_completeness,
            excluded.risk_score,
            excluded.active_team_members,
            excluded.collaboration_sessions_count
        );
    get diagnostics v_written = row_count;

    return v_written;
end;
$$;


--
-- Name: FUNCTION snapshot_projects(p_project_ids uuid[], p_day date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.snapshot_projects(p_project_ids uuid[], p_day date) IS 'Keeps the numbers of a UTC day for the projects; again, corrects them. Returns rows written.';


--
-- Name: start_project(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.start_project(IN p_project_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform public.lock_project_for_step(p_project_id, 'start', 'analysis', p_actor_id);

    update public.projects as project
    set
        status = 'analysis',
        start_date = coalesce(
            project.start_date,
            (clock_timestamp() at time zone 'UTC')::date
        )
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.started',
        'project',
        p_project_id
    );
end;
$$;


--
-- Name: PROCEDURE start_project(IN p_project_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.start_project(IN p_project_id uuid, IN p_actor_id uuid) IS 'Takes a project from initiation into analysis; one without a start date starts today in UTC.';


--
-- Name: start_task(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.start_task(IN p_task_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_obstacle record;
begin
    perform public.authorize_task_step(v_task, 'start', 'in_progress', p_actor_id);

    select *
    into v_obstacle
    from public.task_start_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_start_obstacles() lists all that the task waits for.';
    end if;

    update public.tasks as task
    set
        status = 'in_progress',
        assigned_to = coalesce(task.assigned_to, p_actor_id),
        assigned_by = case
            when task.assigned_to is null then p_actor_id
            else task.assigned_by
        end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.started',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;


--
-- Name: PROCEDURE start_task(IN p_task_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.start_task(IN p_task_id uuid, IN p_actor_id uuid) IS 'Begins work on a task, or takes it up again; what nobody has becomes the actor''s.';


--
-- Name: submit_task(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.submit_task(IN p_task_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'submit', 'needs_review', p_actor_id);

    update public.tasks as task
    set status = 'needs_review'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.submitted',
        'task',
        p_task_id
    );
end;
$$;


--
-- Name: PROCEDURE submit_task(IN p_task_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.submit_task(IN p_task_id uuid, IN p_actor_id uuid) IS 'Hands a task in for review; withdraw_task takes it back.';


--
-- Name: task_end_obstacles(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_end_obstacles(p_task_id uuid) RETURNS TABLE(task_id uuid, title character varying, status public.task_status_enum, reason text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        part.id,
        part.title,
        part.status,
        'is an open part of it'
    from public.tasks as part
    where
        part.parent_task_id = p_task_id
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    union all
    select
        predecessor.id,
        predecessor.title,
        predecessor.status,
        case dependency.kind
            when 'finish_to_finish' then 'has to end first'
            else 'has to start first'
        end
    from
        public.tasks as task
        join public.task_dependencies as dependency
            on dependency.project_id = task.project_id and dependency.successor_id = task.id
        join public.tasks as predecessor on predecessor.id = dependency.predecessor_id
    where
        task.id = p_task_id
        and (
            (
                dependency.kind = 'finish_to_finish'
                and predecessor.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            )
            or (
                dependency.kind = 'start_to_finish'
                and predecessor.started_at is null
                and predecessor.status in ('pending', 'blocked')
            )
        )
    order by 1;
$$;


--
-- Name: FUNCTION task_end_obstacles(p_task_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.task_end_obstacles(p_task_id uuid) IS 'Tasks that keep this one from ending: open parts, and what it has to wait for.';


--
-- Name: task_is_in_project(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_is_in_project(p_task_id uuid, p_project_id uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        exists (
            select
            from public.tasks as task
            where task.id = p_task_id and task.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;


--
-- Name: FUNCTION task_is_in_project(p_task_id uuid, p_project_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.task_is_in_project(p_task_id uuid, p_project_id uuid) IS 'Whether it exists in that project, and the project is one of the current user''s.';


--
-- Name: task_start_obstacles(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_start_obstacles(p_task_id uuid) RETURNS TABLE(task_id uuid, title character varying, status public.task_status_enum, reason text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        predecessor.id,
        predecessor.title,
        predecessor.status,
        case dependency.kind
            when 'finish_to_start' then 'has to end first'
            else 'has to start first'
        end
    from
        public.tasks as task
        join public.task_dependencies as dependency
            on dependency.project_id = task.project_id and dependency.successor_id = task.id
        join public.tasks as predecessor on predecessor.id = dependency.predecessor_id
    where
        task.id = p_task_id
        and (
            (
                dependency.kind = 'finish_to_start'
                and predecessor.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            )
            or (
                dependency.kind = 'start_to_start'
                and predecessor.started_at is null
                and predecessor.status in ('pending', 'blocked')
            )
        )
    order by predecessor.id;
$$;


--
-- Name: FUNCTION task_start_obstacles(p_task_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.task_start_obstacles(p_task_id uuid) IS 'Tasks that this one has to wait for before it can start.';


--
-- Name: update_architecture_decision_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_architecture_decision_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(new.decision, 25000)), 'B')
        || setweight(to_tsvector('english', left(new.description, 25000)), 'C')
        || setweight(to_tsvector('english', left(coalesce(new.context, ''), 25000)), 'C')
        || setweight(to_tsvector('english', left(coalesce(new.consequences, ''), 25000)), 'D');
    return new;
end;
$$;


--
-- Name: FUNCTION update_architecture_decision_search_vector(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.update_architecture_decision_search_vector() IS 'Row trigger: makes a decision findable by the English words of its five texts.';


--
-- Name: update_project_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_project_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.name), 'A')
        || setweight(to_tsvector('english', left(coalesce(new.description, ''), 100000)), 'B');
    return new;
end;
$$;


--
-- Name: FUNCTION update_project_search_vector(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.update_project_search_vector() IS 'Row trigger: makes a project findable by the English words of its name and description.';


--
-- Name: update_requirement_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_requirement_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(new.description, 100000)), 'B');
    return new;
end;
$$;


--
-- Name: FUNCTION update_requirement_search_vector(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.update_requirement_search_vector() IS 'Row trigger: makes a requirement findable by the English words of title and description.';


--
-- Name: update_task_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_task_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.search_vector :=
        setweight(to_tsvector('english', new.title), 'A')
        || setweight(to_tsvector('english', left(coalesce(new.description, ''), 100000)), 'B');
    return new;
end;
$$;


--
-- Name: FUNCTION update_task_search_vector(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.update_task_search_vector() IS 'Row trigger: makes a task findable by the English words of its title and description.';


--
-- Name: update_user_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_user_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.search_vector :=
        setweight(to_tsvector('simple', coalesce(new.display_name, '')), 'A')
        || setweight(to_tsvector('simple', coalesce(new.first_name, '')), 'A')
        || setweight(to_tsvector('simple', coalesce(new.last_name, '')), 'A')
        || setweight(to_tsvector('simple', new.username), 'B');
    return new;
end;
$$;


--
-- Name: FUNCTION update_user_search_vector(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.update_user_search_vector() IS 'Row trigger: makes a user findable by display, first and last name and by username.';


--
-- Name: verify_audit_logs(bigint, bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.verify_audit_logs(p_known_seal_number bigint DEFAULT NULL::bigint, p_known_digest bytea DEFAULT NULL::bytea) RETURNS TABLE(seal_number bigint, problem text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with
        chained as (
            select
                seal.*,
                retired.seal_number is not null as is_retired,
                lag(seal.seal_number, 1, 0::bigint) over in_order as previous_number,
                lag(seal.entries_until, 1, '-infinity') over in_order as previous_until,
                lag(seal.digest) over in_order as previous_digest
            from
                public.audit_seals as seal
                left join public.audit_retirements as retired using (seal_number)
            window in_order as (order by seal.seal_number)
        )
    select chained.seal_number, check_of.problem
    from
        chained
        cross join lateral public.audit_entries_digest(entries_from, entries_until) as present
        cross join lateral (
            values
                (
                    'a seal before it is missing',
                    chained.seal_number <> previous_number + 1 or entries_from <> previous_until
                ),
                (
                    'the seal was altered',
                    chained.digest <> public.audit_seal_digest(
                        previous_digest,
                        chained.seal_number,
                        entries_from,
                        entries_until,
                        chained.entry_count,
                        entries_digest
                    )
                ),
                (
                    'it is not the seal that was known',
                    chained.seal_number = p_known_seal_number and chained.digest <> p_known_digest
                ),
                (
                    format(
                        'it covers %s entries, now %s',
                        chained.entry_count,
                        present.entry_count
                    ),
                    not is_retired and present.entry_count <> chained.entry_count
                ),
                (
                    'entries were altered',
                    not is_retired
                    and present.entry_count = chained.entry_count
                    and present.digest <> entries_digest
                ),
                (
                    format('it is retired, yet %s entries are there', present.entry_count),
                    is_retired and present.entry_count > 0
                )
        ) as check_of (problem, is_found)
    where check_of.is_found
    union all
    select p_known_seal_number, 'the known seal is missing'
    where
        p_known_seal_number is not null
        and not exists (
            select
            from public.audit_seals as seal
            where seal.seal_number = p_known_seal_number
        )
    order by seal_number, problem;
$$;


--
-- Name: FUNCTION verify_audit_logs(p_known_seal_number bigint, p_known_digest bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.verify_audit_logs(p_known_seal_number bigint, p_known_digest bytea) IS 'What is wrong with the sealed entries and with the chain of seals; no rows if nothing is.';


--
-- Name: vote_of(public.approval_requests, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.vote_of(p_request public.approval_requests, p_actor_id uuid) RETURNS public.approval_assignments
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_vote public.approval_assignments;
begin
    if p_actor_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('approval request %s', p_request.id);
    end if;

    select *
    into v_vote
    from public.approval_assignments as vote
    where
        vote.request_id = p_request.id
        and coalesce(vote.delegated_to, vote.approver_id) = p_actor_id;

    if not found then
        raise sqlstate 'BD510'
        using
            message = 'this person has no vote on the request',
            detail = format('user %s, approval request %s', p_actor_id, p_request.id);
    end if;

    return v_vote;
end;
$$;


--
-- Name: FUNCTION vote_of(p_request public.approval_requests, p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.vote_of(p_request public.approval_requests, p_actor_id uuid) IS 'The vote that somebody has on a request, of their own or by delegation; BD510 if none.';


--
-- Name: wait_for_writers(interval); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.wait_for_writers(p_patience interval) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_deadline constant timestamptz := clock_timestamp() + p_patience;
    v_writers constant xid[] := array(
        select transactionid
        from
            pg_locks
            left join pg_stat_activity as session using (pid)
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and pid is distinct from pg_backend_pid()
            and coalesce(session.datname, current_database()) = current_database()
    );
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception
            using
                errcode = 'BD802',
                message = 'audit entries cannot be sealed in a transaction that sees no news',
                hint = 'Run it at isolation level read committed.';
    end if;

    while exists (
        select
        from pg_locks
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and transactionid = any(v_writers)
    )
    loop
        if clock_timestamp() >= v_deadline then
            raise exception
                using
                    errcode = 'BD802',
                    message = format('a transaction has been writing for more than %s', p_patience),
                    hint = 'Seal later; monitoring.long_transactions shows which one it is.';
        end if;

        perform pg_sleep(0.02);
    end loop;
end;
$$;


--
-- Name: FUNCTION wait_for_writers(p_patience interval); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.wait_for_writers(p_patience interval) IS 'Returns once all other transactions that were writing have ended; BD802 if they do not.';


--
-- Name: withdraw_task(uuid, uuid); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.withdraw_task(IN p_task_id uuid, IN p_actor_id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'withdraw', 'in_progress', p_actor_id);

    update public.tasks as task
    set status = 'in_progress'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.withdrawn',
        'task',
        p_task_id
    );
end;
$$;


--
-- Name: PROCEDURE withdraw_task(IN p_task_id uuid, IN p_actor_id uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON PROCEDURE public.withdraw_task(IN p_task_id uuid, IN p_actor_id uuid) IS 'Takes a task back from review before anybody has judged it.';


--
-- Name: workload(uuid, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.workload(p_project_id uuid, p_today date) RETURNS TABLE(user_id uuid, open_tasks bigint, blocked_tasks bigint, overdue_tasks bigint, remaining_hours numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select
        task.assigned_to,
        count(*),
        count(*) filter (where task.status = 'blocked'),
        count(*) filter (where task.due_date < p_today),
        sum(greatest(coalesce(task.estimated_hours, 0) - coalesce(task.actual_hours, 0), 0))
    from public.tasks as task
    where task.project_id = p_project_id and task.status in ('pending', 'in_progress', 'blocked')
    group by task.assigned_to
    order by 5 desc, task.assigned_to;
$$;


--
-- Name: FUNCTION workload(p_project_id uuid, p_today date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.workload(p_project_id uuid, p_today date) IS 'Open work of each person in a project, the most loaded first; user_id is null for unassigned.';


--
-- Name: audit_seals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_seals (
    seal_number bigint NOT NULL,
    entries_from timestamp with time zone NOT NULL,
    entries_until timestamp with time zone NOT NULL,
    entry_count bigint NOT NULL,
    entries_digest bytea NOT NULL,
    digest bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT audit_seals_digests_are_sha256_check CHECK (((length(entries_digest) = 32) AND (length(digest) = 32))),
    CONSTRAINT audit_seals_entries_until_after_from_check CHECK ((entries_from < entries_until)),
    CONSTRAINT audit_seals_entry_count_not_negative_check CHECK ((entry_count >= 0)),
    CONSTRAINT audit_seals_seal_number_positive_check CHECK ((seal_number > 0))
);

ALTER TABLE ONLY public.audit_seals FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_seals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_seals IS 'One row a sealed stretch of audit_logs, each chained to the one before; rows never change.';


--
-- Name: COLUMN audit_seals.seal_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.seal_number IS 'Place in the chain, from 1, without gaps.';


--
-- Name: COLUMN audit_seals.entries_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.entries_from IS 'First moment that the seal covers: the end of the seal before, minus infinity for the first.';


--
-- Name: COLUMN audit_seals.entries_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.entries_until IS 'First moment that the seal no longer covers.';


--
-- Name: COLUMN audit_seals.entry_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.entry_count IS 'How many entries have a time in between.';


--
-- Name: COLUMN audit_seals.entries_digest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.entries_digest IS 'SHA-256 of those entries, as audit_entries_digest computes it.';


--
-- Name: COLUMN audit_seals.digest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.digest IS 'SHA-256 of the digest before and of this row. Kept elsewhere, it proves all seals up to here.';


--
-- Name: COLUMN audit_seals.sealed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_seals.sealed_at IS 'When the seal was made.';


--
-- Name: audit_seal_lag; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.audit_seal_lag WITH (security_invoker='true') AS
 SELECT max(seal_number) AS last_seal_number,
    max(sealed_at) AS last_sealed_at,
    (clock_timestamp() - max(entries_until)) AS unsealed_for
   FROM public.audit_seals;


--
-- Name: VIEW audit_seal_lag; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.audit_seal_lag IS 'How long a stretch of the audit log is not sealed yet, and could be altered unnoticed.';


--
-- Name: COLUMN audit_seal_lag.last_seal_number; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.audit_seal_lag.last_seal_number IS 'Number of the newest seal; null before the first.';


--
-- Name: COLUMN audit_seal_lag.last_sealed_at; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.audit_seal_lag.last_sealed_at IS 'When it was made.';


--
-- Name: COLUMN audit_seal_lag.unsealed_for; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.audit_seal_lag.unsealed_for IS 'Time since the end of what it covers.';


--
-- Name: autovacuum_lag; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.autovacuum_lag WITH (security_invoker='true') AS
 SELECT stat.schemaname AS schema_name,
    stat.relname AS table_name,
    stat.n_live_tup AS live_rows,
    stat.n_dead_tup AS dead_rows,
    round(((stat.n_dead_tup)::numeric / LEAST((limits.vacuum_threshold + (limits.vacuum_scale_factor * (GREATEST(tab.reltuples, (0)::real))::numeric)), limits.vacuum_max_threshold)), 2) AS vacuum_due,
    round(((stat.n_mod_since_analyze)::numeric / (limits.analyze_threshold + (limits.analyze_scale_factor * (GREATEST(tab.reltuples, (0)::real))::numeric))), 2) AS analyze_due,
    round(((age(tab.relfrozenxid))::numeric / limits.freeze_max_age), 2) AS freeze_due,
    round(((stat.n_tup_hot_upd)::numeric / (NULLIF(stat.n_tup_upd, 0))::numeric), 2) AS hot_share,
    GREATEST(stat.last_vacuum, stat.last_autovacuum) AS last_vacuum,
    GREATEST(stat.last_analyze, stat.last_autoanalyze) AS last_analyze
   FROM ((pg_stat_user_tables stat
     JOIN pg_class tab ON ((tab.oid = stat.relid)))
     CROSS JOIN LATERAL ( SELECT min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_vacuum_threshold'::text)) AS min,
            min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_vacuum_scale_factor'::text)) AS min,
            min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_vacuum_max_threshold'::text)) AS min,
            min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_analyze_threshold'::text)) AS min,
            min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_analyze_scale_factor'::text)) AS min,
            min(setting_of.setting) FILTER (WHERE (setting_of.name = 'autovacuum_freeze_max_age'::text)) AS min
           FROM ( SELECT server.name,
                    (COALESCE(own.option_value, server.setting))::numeric AS "coalesce"
                   FROM (pg_settings server
                     LEFT JOIN pg_options_to_table(tab.reloptions) own(option_name, option_value) ON ((own.option_name = server.name)))
                  WHERE ((server.name ~~ 'autovacuum%'::text) AND (server.setting ~ '^-?[0-9.]+$'::text))) setting_of(name, setting)) limits(vacuum_threshold, vacuum_scale_factor, vacuum_max_threshold, analyze_threshold, analyze_scale_factor, freeze_max_age));


--
-- Name: VIEW autovacuum_lag; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.autovacuum_lag IS 'How near each table is to a visit of autovacuum; far above 1, autovacuum cannot keep up.';


--
-- Name: COLUMN autovacuum_lag.schema_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.schema_name IS 'Schema of the table.';


--
-- Name: COLUMN autovacuum_lag.table_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.table_name IS 'Name of the table.';


--
-- Name: COLUMN autovacuum_lag.live_rows; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.live_rows IS 'Rows, as the counters estimate them.';


--
-- Name: COLUMN autovacuum_lag.dead_rows; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.dead_rows IS 'Row versions that nobody will see again and no vacuum has removed.';


--
-- Name: COLUMN autovacuum_lag.vacuum_due; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.vacuum_due IS 'Dead rows, as a multiple of those that call for a vacuum.';


--
-- Name: COLUMN autovacuum_lag.analyze_due; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.analyze_due IS 'Changed rows, as a multiple of those that call for new statistics.';


--
-- Name: COLUMN autovacuum_lag.freeze_due; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.freeze_due IS 'Age of the oldest row, as a share of the age that forces a vacuum against wraparound.';


--
-- Name: COLUMN autovacuum_lag.hot_share; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.hot_share IS 'Share of updates that wrote no index entry (HOT).';


--
-- Name: COLUMN autovacuum_lag.last_vacuum; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.last_vacuum IS 'When it was last vacuumed, by hand or by autovacuum; null if never.';


--
-- Name: COLUMN autovacuum_lag.last_analyze; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.autovacuum_lag.last_analyze IS 'When its statistics were last taken, by hand or by autovacuum; null if never.';


--
-- Name: cache_hits; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.cache_hits WITH (security_invoker='true') AS
 SELECT schemaname AS schema_name,
    relname AS table_name,
    (heap_blks_hit + heap_blks_read) AS table_pages,
    round(((heap_blks_hit)::numeric / (NULLIF((heap_blks_hit + heap_blks_read), 0))::numeric), 4) AS table_hit_share,
    (idx_blks_hit + idx_blks_read) AS index_pages,
    round(((idx_blks_hit)::numeric / (NULLIF((idx_blks_hit + idx_blks_read), 0))::numeric), 4) AS index_hit_share
   FROM pg_statio_user_tables;


--
-- Name: VIEW cache_hits; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.cache_hits IS 'Share of pages found in shared buffers, by table; the system''s cache or a disk had the rest.';


--
-- Name: COLUMN cache_hits.schema_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.schema_name IS 'Schema of the table.';


--
-- Name: COLUMN cache_hits.table_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.table_name IS 'Name of the table.';


--
-- Name: COLUMN cache_hits.table_pages; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.table_pages IS 'Pages of the table asked for since the counters began.';


--
-- Name: COLUMN cache_hits.table_hit_share; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.table_hit_share IS 'Share of them found in shared buffers, 0 to 1; null if none was asked for.';


--
-- Name: COLUMN cache_hits.index_pages; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.index_pages IS 'Pages of its indexes asked for since the counters began.';


--
-- Name: COLUMN cache_hits.index_hit_share; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.cache_hits.index_hit_share IS 'Share of them found in shared buffers, 0 to 1; null if none was asked for.';


--
-- Name: index_use; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.index_use WITH (security_invoker='true') AS
 SELECT stat.schemaname AS schema_name,
    stat.relname AS table_name,
    stat.indexrelname AS index_name,
    stat.idx_scan AS scans,
    stat.last_idx_scan AS last_scan,
    stat.idx_tup_read AS entries_read,
    pg_relation_size((stat.indexrelid)::regclass) AS bytes,
    (ind.indisunique OR ind.indisprimary) AS is_unique,
    ind.indisvalid AS is_valid
   FROM (pg_stat_user_indexes stat
     JOIN pg_index ind ON ((ind.indexrelid = stat.indexrelid)));


--
-- Name: VIEW index_use; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.index_use IS 'How often each index was used since the counters began; rarely used, large ones cost writes.';


--
-- Name: COLUMN index_use.schema_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.schema_name IS 'Schema of the table and its index.';


--
-- Name: COLUMN index_use.table_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.table_name IS 'Name of the table.';


--
-- Name: COLUMN index_use.index_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.index_name IS 'Name of the index.';


--
-- Name: COLUMN index_use.scans; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.scans IS 'Scans on this server only: an index may serve queries that go to a standby.';


--
-- Name: COLUMN index_use.last_scan; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.last_scan IS 'When a scan last used it; null if none has since the counters began.';


--
-- Name: COLUMN index_use.entries_read; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.entries_read IS 'Entries that scans have returned.';


--
-- Name: COLUMN index_use.bytes; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.bytes IS 'Length of its file.';


--
-- Name: COLUMN index_use.is_unique; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.is_unique IS 'Whether it keeps a rule, used or not.';


--
-- Name: COLUMN index_use.is_valid; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.index_use.is_valid IS 'False after a concurrent build that failed: drop the index and build it again.';


--
-- Name: long_transactions; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.long_transactions WITH (security_invoker='true') AS
 SELECT pid,
    usename AS database_user,
    application_name,
    state,
    (clock_timestamp() - xact_start) AS running_for,
    (clock_timestamp() - state_change) AS in_state_for,
    age(backend_xmin) AS transactions_held_back,
    pg_blocking_pids(pid) AS blocked_by,
    wait_event_type,
    wait_event,
    "left"(query, 1000) AS query
   FROM pg_stat_activity
  WHERE ((xact_start IS NOT NULL) AND (backend_type = 'client backend'::text) AND (pid <> pg_backend_pid()));


--
-- Name: VIEW long_transactions; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.long_transactions IS 'Open transactions of other sessions; the old ones keep vacuum from removing dead rows.';


--
-- Name: COLUMN long_transactions.pid; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.pid IS 'Process id of the session, for pg_cancel_backend and pg_terminate_backend.';


--
-- Name: COLUMN long_transactions.database_user; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.database_user IS 'Role that the session signed in as.';


--
-- Name: COLUMN long_transactions.application_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.application_name IS 'What the client calls itself.';


--
-- Name: COLUMN long_transactions.state; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.state IS 'What the session does now; `idle in transaction` waits for its client.';


--
-- Name: COLUMN long_transactions.running_for; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.running_for IS 'Time since the transaction began.';


--
-- Name: COLUMN long_transactions.in_state_for; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.in_state_for IS 'Time since the state last changed.';


--
-- Name: COLUMN long_transactions.transactions_held_back; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.transactions_held_back IS 'Transactions since the snapshot it reads from: dead rows younger than that stay.';


--
-- Name: COLUMN long_transactions.blocked_by; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.blocked_by IS 'Process ids of the sessions it waits for, empty if it does not.';


--
-- Name: COLUMN long_transactions.wait_event_type; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.wait_event_type IS 'Kind of what it waits for: Lock, IO, Client; null if it works.';


--
-- Name: COLUMN long_transactions.wait_event; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.wait_event IS 'What it waits for; null if it works.';


--
-- Name: COLUMN long_transactions.query; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.long_transactions.query IS 'The present or last statement, its first 1000 characters.';


--
-- Name: replication; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.replication WITH (security_invoker='true') AS
 SELECT slot.slot_name,
    COALESCE(standby.application_name, (slot.plugin)::text, 'none'::text) AS consumer,
    standby.state,
    standby.sync_state,
    (slot.active IS NOT FALSE) AS is_connected,
    pg_wal_lsn_diff(present.lsn, standby.replay_lsn) AS bytes_behind,
    standby.replay_lag AS time_behind,
    pg_wal_lsn_diff(present.lsn, slot.restart_lsn) AS wal_bytes_kept,
    slot.wal_status
   FROM ((pg_stat_replication standby
     FULL JOIN pg_replication_slots slot ON ((slot.active_pid = standby.pid)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                    ELSE pg_current_wal_lsn()
                END AS pg_current_wal_lsn) present(lsn));


--
-- Name: VIEW replication; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.replication IS 'Standbys and slots; a slot that nobody reads keeps WAL until the disk is full.';


--
-- Name: COLUMN replication.slot_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.slot_name IS 'Name of the slot; null for a standby without one.';


--
-- Name: COLUMN replication.consumer; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.consumer IS 'What the standby calls itself, else the plugin of the slot, else none.';


--
-- Name: COLUMN replication.state; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.state IS 'How far the standby is: `startup`, `catchup`, `streaming`, `backup`; null if nobody is connected.';


--
-- Name: COLUMN replication.sync_state; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.sync_state IS 'Whether commits wait for it: `async`, `potential`, `sync`, `quorum`.';


--
-- Name: COLUMN replication.is_connected; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.is_connected IS 'False for a slot that nobody reads.';


--
-- Name: COLUMN replication.bytes_behind; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.bytes_behind IS 'WAL that the standby has not replayed yet; null if nobody is connected.';


--
-- Name: COLUMN replication.time_behind; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.time_behind IS 'Time between a commit here and its replay there, lately; null if there was none.';


--
-- Name: COLUMN replication.wal_bytes_kept; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.wal_bytes_kept IS 'WAL that the server may not remove.';


--
-- Name: COLUMN replication.wal_status; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.replication.wal_status IS 'Whether the WAL that the slot needs is still there: `reserved`, `extended`, `unreserved`, `lost`.';


--
-- Name: statements; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.statements WITH (security_invoker='true') AS
 SELECT database_user,
    query_id,
    query,
    calls,
    total_ms,
    max_ms,
    result_rows,
    pages_hit,
    pages_read,
    temp_pages_written,
    wal_bytes,
    round(((total_ms / (NULLIF(calls, 0))::double precision))::numeric, 3) AS mean_ms,
    round(((total_ms / NULLIF(sum(total_ms) OVER (), (0)::double precision)))::numeric, 4) AS share_of_time
   FROM monitoring.read_statements() stat(database_user, query_id, query, calls, total_ms, max_ms, result_rows, pages_hit, pages_read, temp_pages_written, wal_bytes);


--
-- Name: VIEW statements; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.statements IS 'What statements cost, from pg_stat_statements; no rows where the server does not collect it.';


--
-- Name: COLUMN statements.database_user; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.database_user IS 'Role that ran it.';


--
-- Name: COLUMN statements.query_id; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.query_id IS 'Number that equal statements share, whatever their constants.';


--
-- Name: COLUMN statements.query; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.query IS 'The statement, with $1, $2 … for its constants.';


--
-- Name: COLUMN statements.calls; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.calls IS 'How often it was run.';


--
-- Name: COLUMN statements.total_ms; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.total_ms IS 'Time it took in all.';


--
-- Name: COLUMN statements.max_ms; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.max_ms IS 'Time its slowest run took.';


--
-- Name: COLUMN statements.result_rows; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.result_rows IS 'Rows it returned or changed in all.';


--
-- Name: COLUMN statements.pages_hit; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.pages_hit IS 'Pages it found in shared buffers.';


--
-- Name: COLUMN statements.pages_read; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.pages_read IS 'Pages it had to read from elsewhere.';


--
-- Name: COLUMN statements.temp_pages_written; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.temp_pages_written IS 'Pages it wrote to temporary files, for want of work_mem.';


--
-- Name: COLUMN statements.wal_bytes; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.wal_bytes IS 'WAL it wrote.';


--
-- Name: COLUMN statements.mean_ms; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.mean_ms IS 'Time a run took on average.';


--
-- Name: COLUMN statements.share_of_time; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.statements.share_of_time IS 'Share of the time of all statements, 0 to 1.';


--
-- Name: table_bloat; Type: VIEW; Schema: monitoring; Owner: -
--

CREATE VIEW monitoring.table_bloat WITH (security_invoker='true') AS
 WITH row_width AS (
         SELECT pg_stats.schemaname AS schema_name,
            pg_stats.tablename AS table_name,
            ((28)::double precision + (ceil((sum((((1)::double precision - pg_stats.null_frac) * (pg_stats.avg_width)::double precision)) / (8)::double precision)) * (8)::double precision)) AS bytes
           FROM pg_stats
          WHERE (NOT pg_stats.inherited)
          GROUP BY pg_stats.schemaname, pg_stats.tablename
        ), measured AS (
         SELECT width.schema_name,
            width.table_name,
            tab.reltuples AS estimated_rows,
            pg_relation_size((tab.oid)::regclass) AS bytes,
            ((tab.reltuples * width.bytes) / (room.used_share)::double precision) AS needed_bytes
           FROM (((row_width width
             JOIN pg_namespace nsp ON ((nsp.nspname = width.schema_name)))
             JOIN pg_class tab ON (((tab.relnamespace = nsp.oid) AND (tab.relname = width.table_name))))
             CROSS JOIN LATERAL ( SELECT (COALESCE(min((pg_options_to_table.option_value)::numeric), (100)::numeric) / (100)::numeric) AS "?column?"
                   FROM pg_options_to_table(tab.reloptions) pg_options_to_table(option_name, option_value)
                  WHERE (pg_options_to_table.option_name = 'fillfactor'::text)) room(used_share))
          WHERE ((tab.relkind = ANY (ARRAY['r'::"char", 'm'::"char"])) AND (tab.reltuples > (0)::double precision))
        )
 SELECT schema_name,
    table_name,
    (estimated_rows)::bigint AS estimated_rows,
    bytes,
    (GREATEST(((bytes)::double precision - needed_bytes), (0)::double precision))::bigint AS estimated_empty_bytes,
    round((GREATEST(((1)::double precision - (needed_bytes / (NULLIF(bytes, 0))::double precision)), (0)::double precision))::numeric, 2) AS estimated_empty_share
   FROM measured
  WHERE (schema_name <> ALL (ARRAY['pg_catalog'::name, 'information_schema'::name]));


--
-- Name: VIEW table_bloat; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON VIEW monitoring.table_bloat IS 'How much of each table is estimated to be empty, beyond the room that its fillfactor keeps.';


--
-- Name: COLUMN table_bloat.schema_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.schema_name IS 'Schema of the table.';


--
-- Name: COLUMN table_bloat.table_name; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.table_name IS 'Name of the table.';


--
-- Name: COLUMN table_bloat.estimated_rows; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.estimated_rows IS 'Rows, as of the last ANALYZE or VACUUM.';


--
-- Name: COLUMN table_bloat.bytes; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.bytes IS 'Length of its file, without indexes and long values.';


--
-- Name: COLUMN table_bloat.estimated_empty_bytes; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.estimated_empty_bytes IS 'What of it holds no row.';


--
-- Name: COLUMN table_bloat.estimated_empty_share; Type: COMMENT; Schema: monitoring; Owner: -
--

COMMENT ON COLUMN monitoring.table_bloat.estimated_empty_share IS 'The same as a share of its length, 0 to 1.';


--
-- Name: project_analytics; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.project_analytics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    snapshot_date date DEFAULT CURRENT_DATE NOT NULL,
    total_tasks integer DEFAULT 0 NOT NULL,
    completed_tasks integer DEFAULT 0 NOT NULL,
    in_progress_tasks integer DEFAULT 0 NOT NULL,
    blocked_tasks integer DEFAULT 0 NOT NULL,
    total_estimated_hours numeric(10,2) DEFAULT 0 NOT NULL,
    total_actual_hours numeric(10,2) DEFAULT 0 NOT NULL,
    requirements_completeness numeric(3,2),
    architecture_coherence_score numeric(3,2),
    risk_score numeric(3,2),
    active_team_members integer DEFAULT 0 NOT NULL,
    collaboration_sessions_count integer DEFAULT 0 NOT NULL,
    custom_metrics jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT project_analytics_architecture_coherence_is_a_share_check CHECK (((architecture_coherence_score >= (0)::numeric) AND (architecture_coherence_score <= (1)::numeric))),
    CONSTRAINT project_analytics_counts_add_up_check CHECK (((total_tasks >= 0) AND (completed_tasks >= 0) AND (in_progress_tasks >= 0) AND (blocked_tasks >= 0) AND (((completed_tasks + in_progress_tasks) + blocked_tasks) <= total_tasks))),
    CONSTRAINT project_analytics_counts_are_not_negative_check CHECK (((active_team_members >= 0) AND (collaboration_sessions_count >= 0))),
    CONSTRAINT project_analytics_custom_metrics_are_an_object_check CHECK ((jsonb_typeof(custom_metrics) = 'object'::text)),
    CONSTRAINT project_analytics_hours_are_amounts_check CHECK (((total_estimated_hours >= (0)::numeric) AND (total_estimated_hours <> 'NaN'::numeric) AND (total_actual_hours >= (0)::numeric) AND (total_actual_hours <> 'NaN'::numeric))),
    CONSTRAINT project_analytics_requirements_completeness_is_a_share_check CHECK (((requirements_completeness >= (0)::numeric) AND (requirements_completeness <= (1)::numeric))),
    CONSTRAINT project_analytics_risk_score_is_on_the_scale_check CHECK (((risk_score >= (0)::numeric) AND (risk_score <= 4.5)))
);

ALTER TABLE ONLY public.project_analytics FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.project_analytics IS 'One snapshot of a project''s numbers a day; charts over time read these, not the live tables.';


--
-- Name: COLUMN project_analytics.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.id IS 'For tools that want a single key; project and day identify a snapshot as well.';


--
-- Name: COLUMN project_analytics.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.project_id IS 'Project that was measured; deleting it deletes its history.';


--
-- Name: COLUMN project_analytics.snapshot_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.snapshot_date IS 'Day the numbers describe, in UTC; the default follows the writer''s time zone instead.';


--
-- Name: COLUMN project_analytics.total_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.total_tasks IS 'Tasks that existed, sub-tasks and cancelled ones included.';


--
-- Name: COLUMN project_analytics.completed_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.completed_tasks IS 'Tasks among them in state completed or approved.';


--
-- Name: COLUMN project_analytics.in_progress_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.in_progress_tasks IS 'Tasks among them in state in_progress.';


--
-- Name: COLUMN project_analytics.blocked_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.blocked_tasks IS 'Tasks among them in state blocked.';


--
-- Name: COLUMN project_analytics.total_estimated_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.total_estimated_hours IS 'Sum of tasks.estimated_hours; a task without an estimate counts nothing.';


--
-- Name: COLUMN project_analytics.total_actual_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.total_actual_hours IS 'Sum of tasks.actual_hours up to that day.';


--
-- Name: COLUMN project_analytics.requirements_completeness; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.requirements_completeness IS 'Share of current requirements that are at least approved, 0 to 1; null if there are none.';


--
-- Name: COLUMN project_analytics.architecture_coherence_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.architecture_coherence_score IS 'Agreement of the project''s decisions with each other, 0 to 1; null if not assessed.';


--
-- Name: COLUMN project_analytics.risk_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.risk_score IS 'Highest project_risks.risk_score among open risks, 0 to 4.5; null without risks.';


--
-- Name: COLUMN project_analytics.active_team_members; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.active_team_members IS 'People with an open task or an activity in the project that day.';


--
-- Name: COLUMN project_analytics.collaboration_sessions_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.collaboration_sessions_count IS 'Sessions that were completed that day.';


--
-- Name: COLUMN project_analytics.custom_metrics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.custom_metrics IS 'Object that maps names of further measures to numbers.';


--
-- Name: COLUMN project_analytics.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.created_at IS 'When the day was first measured. Rows older than this column have the time it came.';


--
-- Name: COLUMN project_analytics.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_analytics.updated_at IS 'When the day was last measured; set by trigger.';


--
-- Name: CONSTRAINT project_analytics_architecture_coherence_is_a_share_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_architecture_coherence_is_a_share_check ON public.project_analytics IS 'A share, 0 to 1; null if not assessed.';


--
-- Name: CONSTRAINT project_analytics_counts_add_up_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_counts_add_up_check ON public.project_analytics IS 'No state has less than no task, and all together have no more than there are.';


--
-- Name: CONSTRAINT project_analytics_counts_are_not_negative_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_counts_are_not_negative_check ON public.project_analytics IS 'People and sessions are counted from 0.';


--
-- Name: CONSTRAINT project_analytics_custom_metrics_are_an_object_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_custom_metrics_are_an_object_check ON public.project_analytics IS 'custom_metrics is a JSON object.';


--
-- Name: CONSTRAINT project_analytics_hours_are_amounts_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_hours_are_amounts_check ON public.project_analytics IS 'Hours are nothing or more, and a number.';


--
-- Name: CONSTRAINT project_analytics_requirements_completeness_is_a_share_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_requirements_completeness_is_a_share_check ON public.project_analytics IS 'A share, 0 to 1; null without requirements.';


--
-- Name: CONSTRAINT project_analytics_risk_score_is_on_the_scale_check ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_analytics_risk_score_is_on_the_scale_check ON public.project_analytics IS 'The scale of project_risks.risk_score: a maximum of scores, never a sum.';


--
-- Name: analytics_summary; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.analytics_summary WITH (security_invoker='true') AS
 SELECT project.id AS project_id,
    project.organization_id,
    project.name,
    project.status,
    latest.snapshot_date,
    latest.total_tasks,
    latest.completed_tasks,
    latest.in_progress_tasks,
    latest.blocked_tasks,
    round(((latest.completed_tasks)::numeric / (NULLIF(latest.total_tasks, 0))::numeric), 2) AS progress,
    (latest.completed_tasks - week_before.completed_tasks) AS completed_in_week,
    (latest.total_tasks - week_before.total_tasks) AS added_in_week,
    latest.total_estimated_hours,
    latest.total_actual_hours,
    latest.requirements_completeness,
    latest.architecture_coherence_score,
    latest.risk_score,
    (latest.risk_score - week_before.risk_score) AS risk_score_change,
    latest.active_team_members
   FROM ((public.projects project
     CROSS JOIN LATERAL ( SELECT snapshot.id,
            snapshot.project_id,
            snapshot.snapshot_date,
            snapshot.total_tasks,
            snapshot.completed_tasks,
            snapshot.in_progress_tasks,
            snapshot.blocked_tasks,
            snapshot.total_estimated_hours,
            snapshot.total_actual_hours,
            snapshot.requirements_completeness,
            snapshot.architecture_coherence_score,
            snapshot.risk_score,
            snapshot.active_team_members,
            snapshot.collaboration_sessions_count,
            snapshot.custom_metrics,
            snapshot.created_at,
            snapshot.updated_at
           FROM public.project_analytics snapshot
          WHERE (snapshot.project_id = project.id)
          ORDER BY snapshot.snapshot_date DESC
         LIMIT 1) latest)
     LEFT JOIN LATERAL ( SELECT snapshot.id,
            snapshot.project_id,
            snapshot.snapshot_date,
            snapshot.total_tasks,
            snapshot.completed_tasks,
            snapshot.in_progress_tasks,
            snapshot.blocked_tasks,
            snapshot.total_estimated_hours,
            snapshot.total_actual_hours,
            snapshot.requirements_completeness,
            snapshot.architecture_coherence_score,
            snapshot.risk_score,
            snapshot.active_team_members,
            snapshot.collaboration_sessions_count,
            snapshot.custom_metrics,
            snapshot.created_at,
            snapshot.updated_at
           FROM public.project_analytics snapshot
          WHERE ((snapshot.project_id = project.id) AND (snapshot.snapshot_date <= (latest.snapshot_date - 7)))
          ORDER BY snapshot.snapshot_date DESC
         LIMIT 1) week_before ON (true))
  WHERE (project.archived_at IS NULL);


--
-- Name: VIEW analytics_summary; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.analytics_summary IS 'The latest snapshot of each project that is not archived, and its change in a week.';


--
-- Name: COLUMN analytics_summary.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.project_id IS 'The project.';


--
-- Name: COLUMN analytics_summary.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.organization_id IS 'Organization it belongs to; null for a personal project.';


--
-- Name: COLUMN analytics_summary.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.name IS 'projects.name, as of now.';


--
-- Name: COLUMN analytics_summary.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.status IS 'Its phase, as of now.';


--
-- Name: COLUMN analytics_summary.snapshot_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.snapshot_date IS 'UTC day that the numbers describe.';


--
-- Name: COLUMN analytics_summary.total_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.total_tasks IS 'Tasks that existed on that day.';


--
-- Name: COLUMN analytics_summary.completed_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.completed_tasks IS 'Those completed or approved.';


--
-- Name: COLUMN analytics_summary.in_progress_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.in_progress_tasks IS 'Those in progress.';


--
-- Name: COLUMN analytics_summary.blocked_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.blocked_tasks IS 'Those blocked.';


--
-- Name: COLUMN analytics_summary.progress; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.progress IS 'Completed share of the tasks, 0 to 1; null without tasks.';


--
-- Name: COLUMN analytics_summary.completed_in_week; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.completed_in_week IS 'Rise of completed_tasks since the snapshot a week or more before; null without one.';


--
-- Name: COLUMN analytics_summary.added_in_week; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.added_in_week IS 'Rise of total_tasks since that snapshot; null without one.';


--
-- Name: COLUMN analytics_summary.total_estimated_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.total_estimated_hours IS 'Sum of all estimates.';


--
-- Name: COLUMN analytics_summary.total_actual_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.total_actual_hours IS 'Sum of all booked hours.';


--
-- Name: COLUMN analytics_summary.requirements_completeness; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.requirements_completeness IS 'Share of the current requirements that are at least approved, 0 to 1; null without any.';


--
-- Name: COLUMN analytics_summary.architecture_coherence_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.architecture_coherence_score IS 'Agreement of the decisions with each other, 0 to 1; null if not assessed.';


--
-- Name: COLUMN analytics_summary.risk_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.risk_score IS 'Highest score among open risks, 0.10 to 4.50; null without any.';


--
-- Name: COLUMN analytics_summary.risk_score_change; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.risk_score_change IS 'Rise of risk_score since the snapshot a week or more before; null if either is missing.';


--
-- Name: COLUMN analytics_summary.active_team_members; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_summary.active_team_members IS 'People with an open task or an activity on that day.';


--
-- Name: approval_responses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_responses (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id uuid NOT NULL,
    approver_id uuid NOT NULL,
    decision public.approval_decision_enum NOT NULL,
    comments text,
    conditions text,
    responded_at timestamp with time zone DEFAULT now() NOT NULL,
    approval_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    requested_by uuid NOT NULL,
    CONSTRAINT approval_responses_approval_data_is_an_object_check CHECK ((jsonb_typeof(approval_data) = 'object'::text)),
    CONSTRAINT approval_responses_conditions_are_given_check CHECK (((decision = 'approve_with_conditions'::public.approval_decision_enum) = (COALESCE(conditions, ''::text) ~ '\S'::text))),
    CONSTRAINT approval_responses_no_self_approval_check CHECK ((approver_id <> requested_by))
);
ALTER TABLE ONLY public.approval_responses ALTER COLUMN comments SET STATISTICS 0;
ALTER TABLE ONLY public.approval_responses ALTER COLUMN conditions SET STATISTICS 0;

ALTER TABLE ONLY public.approval_responses FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.approval_responses IS 'Answers of approvers, one a person and request; a change of mind changes the row.';


--
-- Name: COLUMN approval_responses.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.id IS 'Names the answer in the audit log; it stays when the answer changes.';


--
-- Name: COLUMN approval_responses.request_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.request_id IS 'Request that is answered; deleting it deletes its answers.';


--
-- Name: COLUMN approval_responses.approver_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.approver_id IS 'User who answers; while the answer exists the user cannot be deleted.';


--
-- Name: COLUMN approval_responses.decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.decision IS 'The answer.';


--
-- Name: COLUMN approval_responses.comments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.comments IS 'Remarks to the requester; null if there are none.';


--
-- Name: COLUMN approval_responses.conditions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.conditions IS 'What approve_with_conditions demands; null for every other answer.';


--
-- Name: COLUMN approval_responses.responded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.responded_at IS 'When the answer was given.';


--
-- Name: COLUMN approval_responses.approval_data; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.approval_data IS 'Object with what the approver saw and ticked: criteria met, documents read.';


--
-- Name: COLUMN approval_responses.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.created_at IS 'When the first answer was given. Rows older than this column have the time it came.';


--
-- Name: COLUMN approval_responses.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.updated_at IS 'When the answer last changed; set by trigger.';


--
-- Name: COLUMN approval_responses.requested_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.approval_responses.requested_by IS 'The request''s requester, copied by trigger and kept equal by a foreign key.';


--
-- Name: CONSTRAINT approval_responses_approval_data_is_an_object_check ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_responses_approval_data_is_an_object_check ON public.approval_responses IS 'approval_data is a JSON object.';


--
-- Name: CONSTRAINT approval_responses_conditions_are_given_check ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_responses_conditions_are_given_check ON public.approval_responses IS 'Approving with conditions names them, and no other answer does.';


--
-- Name: CONSTRAINT approval_responses_no_self_approval_check ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_responses_no_self_approval_check ON public.approval_responses IS 'Nobody approves their own request.';


--
-- Name: architecture_decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.architecture_decisions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    title character varying(500) NOT NULL,
    description text NOT NULL,
    context text,
    decision text NOT NULL,
    consequences text,
    category public.architecture_category_enum NOT NULL,
    status public.decision_status_enum DEFAULT 'proposed'::public.decision_status_enum NOT NULL,
    options_considered jsonb DEFAULT '[]'::jsonb NOT NULL,
    evaluation_criteria jsonb DEFAULT '{}'::jsonb NOT NULL,
    risk_assessment jsonb DEFAULT '{}'::jsonb NOT NULL,
    trade_offs jsonb DEFAULT '{}'::jsonb NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    review_date date,
    superseded_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    search_vector tsvector,
    CONSTRAINT architecture_decisions_decision_is_not_blank_check CHECK ((decision ~ '\S'::text)),
    CONSTRAINT architecture_decisions_description_is_not_blank_check CHECK ((description ~ '\S'::text)),
    CONSTRAINT architecture_decisions_evaluation_criteria_are_an_object_check CHECK ((jsonb_typeof(evaluation_criteria) = 'object'::text)),
    CONSTRAINT architecture_decisions_open_is_not_decided_check CHECK (((status <> ALL (ARRAY['proposed'::public.decision_status_enum, 'review'::public.decision_status_enum])) OR ((decided_at IS NULL) AND (decided_by IS NULL)))),
    CONSTRAINT architecture_decisions_options_considered_are_an_array_check CHECK ((jsonb_typeof(options_considered) = 'array'::text)),
    CONSTRAINT architecture_decisions_risk_assessment_is_an_object_check CHECK ((jsonb_typeof(risk_assessment) = 'object'::text)),
    CONSTRAINT architecture_decisions_superseded_by_is_another_check CHECK ((id <> superseded_by)),
    CONSTRAINT architecture_decisions_superseded_names_its_successor_check CHECK (((status = 'superseded'::public.decision_status_enum) = (superseded_by IS NOT NULL))),
    CONSTRAINT architecture_decisions_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text)),
    CONSTRAINT architecture_decisions_trade_offs_are_an_object_check CHECK ((jsonb_typeof(trade_offs) = 'object'::text)),
    CONSTRAINT architecture_decisions_version_is_counted_check CHECK ((version >= 1))
);
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN context SET STATISTICS 0;
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN decision SET STATISTICS 0;
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN consequences SET STATISTICS 0;
ALTER TABLE ONLY public.architecture_decisions ALTER COLUMN search_vector SET STATISTICS 0;

ALTER TABLE ONLY public.architecture_decisions FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.architecture_decisions IS 'Decision records: what was decided, in which situation, and what follows from it.';


--
-- Name: COLUMN architecture_decisions.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.id IS 'Later decisions and approval requests refer to it.';


--
-- Name: COLUMN architecture_decisions.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.project_id IS 'Project whose architecture is decided; deleting the project deletes its decisions.';


--
-- Name: COLUMN architecture_decisions.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.title IS 'The decision in one line.';


--
-- Name: COLUMN architecture_decisions.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.description IS 'The question to be settled.';


--
-- Name: COLUMN architecture_decisions.context; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.context IS 'Forces and constraints that made the question arise; null if the description has them.';


--
-- Name: COLUMN architecture_decisions.decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.decision IS 'The answer, and why this one.';


--
-- Name: COLUMN architecture_decisions.consequences; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.consequences IS 'What becomes easier and what harder; null while nobody has written it down.';


--
-- Name: COLUMN architecture_decisions.category; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.category IS 'Part of the architecture concerned; a decision that concerns several takes the widest.';


--
-- Name: COLUMN architecture_decisions.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.status IS 'How far the decision has come; it binds nobody before approved.';


--
-- Name: COLUMN architecture_decisions.options_considered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.options_considered IS 'Array of alternatives, the chosen one included, each with what speaks for and against it.';


--
-- Name: COLUMN architecture_decisions.evaluation_criteria; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.evaluation_criteria IS 'Object that maps each criterion to its weight.';


--
-- Name: COLUMN architecture_decisions.risk_assessment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.risk_assessment IS 'Object with the risks of the chosen option; those worth tracking become project_risks.';


--
-- Name: COLUMN architecture_decisions.trade_offs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.trade_offs IS 'Object that maps each quality given up to what it was given up for.';


--
-- Name: COLUMN architecture_decisions.decided_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.decided_by IS 'User who answers for the decision; null while it is open.';


--
-- Name: COLUMN architecture_decisions.decided_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.decided_at IS 'When it was approved or rejected; null while it is open.';


--
-- Name: COLUMN architecture_decisions.review_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.review_date IS 'Day to ask whether it still holds; null never asks.';


--
-- Name: COLUMN architecture_decisions.superseded_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.superseded_by IS 'Decision that took its place; null while it stands.';


--
-- Name: COLUMN architecture_decisions.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.created_at IS 'When the decision was proposed.';


--
-- Name: COLUMN architecture_decisions.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN architecture_decisions.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.created_by IS 'User who proposed the decision.';


--
-- Name: COLUMN architecture_decisions.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.version IS 'Counts the revisions of the text from 1; a new decision is a new row instead.';


--
-- Name: COLUMN architecture_decisions.search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.architecture_decisions.search_vector IS 'English words of title (A), decision (B), description and context (C), consequences (D).';


--
-- Name: CONSTRAINT architecture_decisions_decision_is_not_blank_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_decision_is_not_blank_check ON public.architecture_decisions IS 'A decision decides something.';


--
-- Name: CONSTRAINT architecture_decisions_description_is_not_blank_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_description_is_not_blank_check ON public.architecture_decisions IS 'A decision answers a question that somebody wrote down.';


--
-- Name: CONSTRAINT architecture_decisions_evaluation_criteria_are_an_object_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_evaluation_criteria_are_an_object_check ON public.architecture_decisions IS 'evaluation_criteria is a JSON object.';


--
-- Name: CONSTRAINT architecture_decisions_open_is_not_decided_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_open_is_not_decided_check ON public.architecture_decisions IS 'An open question was not decided, neither at some time nor by somebody.';


--
-- Name: CONSTRAINT architecture_decisions_options_considered_are_an_array_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_options_considered_are_an_array_check ON public.architecture_decisions IS 'options_considered is a JSON array.';


--
-- Name: CONSTRAINT architecture_decisions_risk_assessment_is_an_object_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_risk_assessment_is_an_object_check ON public.architecture_decisions IS 'risk_assessment is a JSON object.';


--
-- Name: CONSTRAINT architecture_decisions_superseded_by_is_another_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_superseded_by_is_another_check ON public.architecture_decisions IS 'A decision does not take its own place; longer circles are refused by a trigger.';


--
-- Name: CONSTRAINT architecture_decisions_superseded_names_its_successor_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_superseded_names_its_successor_check ON public.architecture_decisions IS 'Superseded and a successor go together.';


--
-- Name: CONSTRAINT architecture_decisions_title_is_not_blank_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_title_is_not_blank_check ON public.architecture_decisions IS 'A decision has a title that can be seen.';


--
-- Name: CONSTRAINT architecture_decisions_trade_offs_are_an_object_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_trade_offs_are_an_object_check ON public.architecture_decisions IS 'trade_offs is a JSON object.';


--
-- Name: CONSTRAINT architecture_decisions_version_is_counted_check ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_version_is_counted_check ON public.architecture_decisions IS 'Revisions are counted from 1.';


--
-- Name: audit_logs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    event_type public.audit_event_type_enum NOT NULL,
    event_action character varying(100) NOT NULL,
    event_description text,
    user_id uuid,
    impersonated_by uuid,
    target_type character varying(50),
    target_id uuid,
    project_id uuid,
    organization_id uuid,
    old_values jsonb,
    new_values jsonb,
    occurred_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ip_address inet,
    user_agent text,
    request_id character varying(100),
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_logs_event_action_is_not_blank_check CHECK (((event_action)::text ~ '\S'::text)),
    CONSTRAINT audit_logs_metadata_is_an_object_check CHECK ((jsonb_typeof(metadata) = 'object'::text)),
    CONSTRAINT audit_logs_new_values_are_an_object_check CHECK ((jsonb_typeof(new_values) = 'object'::text)),
    CONSTRAINT audit_logs_old_values_are_an_object_check CHECK ((jsonb_typeof(old_values) = 'object'::text)),
    CONSTRAINT audit_logs_target_is_whole_check CHECK (((target_id IS NULL) OR (target_type IS NOT NULL))),
    CONSTRAINT audit_logs_target_type_is_a_table_check CHECK (((target_type)::text = ANY ((ARRAY['users'::character varying, 'organizations'::character varying, 'team_memberships'::character varying, 'projects'::character varying, 'tasks'::character varying, 'task_dependencies'::character varying, 'requirements'::character varying, 'architecture_decisions'::character varying, 'project_risks'::character varying, 'collaboration_sessions'::character varying, 'session_participants'::character varying, 'approval_workflows'::character varying, 'approval_requests'::character varying, 'approval_assignments'::character varying, 'approval_responses'::character varying, 'project_analytics'::character varying, 'user_activities'::character varying, 'audit_logs'::character varying])::text[])))
)
WITH (autovacuum_freeze_min_age='0', autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='500000', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='100000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='500000');
ALTER TABLE ONLY public.audit_logs ALTER COLUMN event_description SET STATISTICS 0;
ALTER TABLE ONLY public.audit_logs ALTER COLUMN ip_address SET STATISTICS 0;
ALTER TABLE ONLY public.audit_logs ALTER COLUMN user_agent SET STATISTICS 0;
ALTER TABLE ONLY public.audit_logs ALTER COLUMN request_id SET STATISTICS 0;

ALTER TABLE ONLY public.audit_logs FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_logs IS 'Evidence of who did what, and when; rows are added, never changed. Feeds are user_activities.';


--
-- Name: COLUMN audit_logs.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.id IS 'Supplied time-ordered by the log''s writers, so that it breaks ties of occurred_at.';


--
-- Name: COLUMN audit_logs.event_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.event_type IS 'Class of the event; it decides which of the columns below are filled.';


--
-- Name: COLUMN audit_logs.event_action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.event_action IS 'What happened in short, such as update, login.failed or role.granted.';


--
-- Name: COLUMN audit_logs.event_description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.event_description IS 'Explanation for whoever reads the log; null if the columns say it all.';


--
-- Name: COLUMN audit_logs.user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.user_id IS 'User who acted, from the setting bduf.user_id; null for someone not signed in.';


--
-- Name: COLUMN audit_logs.impersonated_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.impersonated_by IS 'Administrator who acted in the name of user_id; null if the user did it.';


--
-- Name: COLUMN audit_logs.target_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.target_type IS 'Name of the table that target_id points into; null if the event has no object.';


--
-- Name: COLUMN audit_logs.target_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.target_id IS 'Row acted upon, which may be gone by now; not a foreign key. Null like target_type.';


--
-- Name: COLUMN audit_logs.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.project_id IS 'Project concerned; null for events outside any project.';


--
-- Name: COLUMN audit_logs.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.organization_id IS 'Organization concerned; null for events of the platform as a whole.';


--
-- Name: COLUMN audit_logs.old_values; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.old_values IS 'Object with the former values of the columns that changed, or of all if the row is gone.';


--
-- Name: COLUMN audit_logs.new_values; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.new_values IS 'Object with the later values of the columns that changed, or of all if the row is new.';


--
-- Name: COLUMN audit_logs.occurred_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.occurred_at IS 'When it happened, by the clock of the database.';


--
-- Name: COLUMN audit_logs.ip_address; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.ip_address IS 'Network address the request came from; null for what the platform did by itself.';


--
-- Name: COLUMN audit_logs.user_agent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.user_agent IS 'Browser or client as it named itself; null if it did not.';


--
-- Name: COLUMN audit_logs.request_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.request_id IS 'Id that the application gave the request; the same in its own logs. Null without a request.';


--
-- Name: COLUMN audit_logs.metadata; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.metadata IS 'Object with whatever else the event''s class calls for, and the database user who wrote.';


--
-- Name: CONSTRAINT audit_logs_event_action_is_not_blank_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_event_action_is_not_blank_check ON public.audit_logs IS 'An event has a name.';


--
-- Name: CONSTRAINT audit_logs_metadata_is_an_object_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_metadata_is_an_object_check ON public.audit_logs IS 'metadata is a JSON object.';


--
-- Name: CONSTRAINT audit_logs_new_values_are_an_object_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_new_values_are_an_object_check ON public.audit_logs IS 'new_values is a JSON object or null.';


--
-- Name: CONSTRAINT audit_logs_old_values_are_an_object_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_old_values_are_an_object_check ON public.audit_logs IS 'old_values is a JSON object or null.';


--
-- Name: CONSTRAINT audit_logs_target_is_whole_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_target_is_whole_check ON public.audit_logs IS 'A target belongs to a table; an event of a whole table has no single target.';


--
-- Name: CONSTRAINT audit_logs_target_type_is_a_table_check ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_target_type_is_a_table_check ON public.audit_logs IS 'The tables of this schema that events can be about.';


--
-- Name: audit_retirements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_retirements (
    seal_number bigint NOT NULL,
    entries_until timestamp with time zone NOT NULL,
    retired_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT audit_retirements_kept_a_year_check CHECK (((retired_at - entries_until) >= '365 days'::interval))
);

ALTER TABLE ONLY public.audit_retirements FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_retirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_retirements IS 'One row a seal whose entries retention has removed; a year is the least they are kept.';


--
-- Name: COLUMN audit_retirements.seal_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_retirements.seal_number IS 'Seal whose entries are gone.';


--
-- Name: COLUMN audit_retirements.entries_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_retirements.entries_until IS 'First moment that the seal no longer covers; entries before the last of these may be deleted.';


--
-- Name: COLUMN audit_retirements.retired_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_retirements.retired_at IS 'When they were removed.';


--
-- Name: collaboration_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaboration_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    title character varying(500) NOT NULL,
    description text,
    session_type public.session_type_enum NOT NULL,
    status public.session_status_enum DEFAULT 'scheduled'::public.session_status_enum NOT NULL,
    scheduled_start timestamp with time zone NOT NULL,
    scheduled_end timestamp with time zone NOT NULL,
    actual_start timestamp with time zone,
    actual_end timestamp with time zone,
    max_participants integer DEFAULT 20 NOT NULL,
    is_recording_enabled boolean DEFAULT false NOT NULL,
    recording_url text,
    facilitator_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT collaboration_sessions_ends_after_start_check CHECK (((actual_end IS NULL) OR ((actual_start IS NOT NULL) AND (actual_start <= actual_end)))),
    CONSTRAINT collaboration_sessions_max_participants_is_positive_check CHECK ((max_participants >= 1)),
    CONSTRAINT collaboration_sessions_open_has_no_end_check CHECK (((status <> ALL (ARRAY['scheduled'::public.session_status_enum, 'in_progress'::public.session_status_enum, 'postponed'::public.session_status_enum])) OR (actual_end IS NULL))),
    CONSTRAINT collaboration_sessions_settings_are_an_object_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
    CONSTRAINT collaboration_sessions_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text)),
    CONSTRAINT valid_session_times CHECK ((scheduled_start < scheduled_end))
)
WITH (fillfactor='90');
ALTER TABLE ONLY public.collaboration_sessions ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.collaboration_sessions ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.collaboration_sessions ALTER COLUMN recording_url SET STATISTICS 0;

ALTER TABLE ONLY public.collaboration_sessions FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.collaboration_sessions IS 'Meetings in which a project is worked on together. Sign-in sessions are something else.';


--
-- Name: COLUMN collaboration_sessions.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.id IS 'Part of the link in every invitation.';


--
-- Name: COLUMN collaboration_sessions.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.project_id IS 'Project that is worked on; deleting the project deletes its sessions.';


--
-- Name: COLUMN collaboration_sessions.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.title IS 'Subject of the meeting, as it stands in invitations.';


--
-- Name: COLUMN collaboration_sessions.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.description IS 'Agenda and preparation; null if there is none.';


--
-- Name: COLUMN collaboration_sessions.session_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.session_type IS 'What the people meet for.';


--
-- Name: COLUMN collaboration_sessions.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.status IS 'State of the meeting, set by the application as it opens and closes.';


--
-- Name: COLUMN collaboration_sessions.scheduled_start; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.scheduled_start IS 'When it is to begin.';


--
-- Name: COLUMN collaboration_sessions.scheduled_end; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.scheduled_end IS 'When it is to be over.';


--
-- Name: COLUMN collaboration_sessions.actual_start; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.actual_start IS 'When the first participant was let in; null until then.';


--
-- Name: COLUMN collaboration_sessions.actual_end; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.actual_end IS 'When it was closed; null until then.';


--
-- Name: COLUMN collaboration_sessions.max_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.max_participants IS 'People who can join at the same time, facilitator included.';


--
-- Name: COLUMN collaboration_sessions.is_recording_enabled; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.is_recording_enabled IS 'True if the session is to be recorded, which participants are told.';


--
-- Name: COLUMN collaboration_sessions.recording_url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.recording_url IS 'Address of the recording; null without one, also while it is being processed.';


--
-- Name: COLUMN collaboration_sessions.facilitator_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.facilitator_id IS 'User who leads; null leaves it to whoever created the session.';


--
-- Name: COLUMN collaboration_sessions.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.created_at IS 'When the invitation was drawn up.';


--
-- Name: COLUMN collaboration_sessions.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN collaboration_sessions.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.created_by IS 'User who called the meeting.';


--
-- Name: COLUMN collaboration_sessions.settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.collaboration_sessions.settings IS 'Object with options of the meeting room, such as waiting room and chat.';


--
-- Name: CONSTRAINT collaboration_sessions_ends_after_start_check ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT collaboration_sessions_ends_after_start_check ON public.collaboration_sessions IS 'A session ends after it began, so it began.';


--
-- Name: CONSTRAINT collaboration_sessions_max_participants_is_positive_check ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT collaboration_sessions_max_participants_is_positive_check ON public.collaboration_sessions IS 'At least one person can join.';


--
-- Name: CONSTRAINT collaboration_sessions_open_has_no_end_check ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT collaboration_sessions_open_has_no_end_check ON public.collaboration_sessions IS 'A session that is yet to be held or being held has not ended.';


--
-- Name: CONSTRAINT collaboration_sessions_settings_are_an_object_check ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT collaboration_sessions_settings_are_an_object_check ON public.collaboration_sessions IS 'settings is a JSON object.';


--
-- Name: CONSTRAINT collaboration_sessions_title_is_not_blank_check ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT collaboration_sessions_title_is_not_blank_check ON public.collaboration_sessions IS 'A session has a title that can be seen.';


--
-- Name: CONSTRAINT valid_session_times ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_session_times ON public.collaboration_sessions IS 'A session lasts: it is planned to end after it begins.';


--
-- Name: hierarchy_guards; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hierarchy_guards (
    project_id uuid NOT NULL,
    hierarchy text NOT NULL,
    locked_by xid8 NOT NULL,
    CONSTRAINT hierarchy_guards_hierarchy_is_known_check CHECK ((hierarchy = ANY (ARRAY['tasks'::text, 'requirements'::text, 'architecture_decisions'::text, 'task_dependencies'::text])))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.hierarchy_guards FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE hierarchy_guards; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.hierarchy_guards IS 'Locks, as rows: one a project and hierarchy. Written by triggers only, of interest to nobody.';


--
-- Name: COLUMN hierarchy_guards.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.hierarchy_guards.project_id IS 'Project whose hierarchy is guarded; deleting the project deletes the guard.';


--
-- Name: COLUMN hierarchy_guards.hierarchy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.hierarchy_guards.hierarchy IS 'Table whose rows form the hierarchy.';


--
-- Name: COLUMN hierarchy_guards.locked_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.hierarchy_guards.locked_by IS 'Transaction that last took the guard; one that finds its own number need not take it again.';


--
-- Name: CONSTRAINT hierarchy_guards_hierarchy_is_known_check ON hierarchy_guards; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT hierarchy_guards_hierarchy_is_known_check ON public.hierarchy_guards IS 'The four tables whose rows refer to each other.';


--
-- Name: organizations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organizations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(255) NOT NULL,
    slug character varying(100) NOT NULL,
    description text,
    website_url text,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    subscription_plan character varying(50) DEFAULT 'free'::character varying NOT NULL,
    subscription_expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    billing_email character varying(255),
    billing_address jsonb,
    CONSTRAINT organizations_billing_address_is_an_object_check CHECK ((jsonb_typeof(billing_address) = 'object'::text)),
    CONSTRAINT organizations_billing_email_is_an_address_check CHECK (((billing_email)::text ~ '^[^@\s]+@[^@\s]+$'::text)),
    CONSTRAINT organizations_name_is_not_blank_check CHECK (((name)::text ~ '\S'::text)),
    CONSTRAINT organizations_settings_are_an_object_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
    CONSTRAINT organizations_slug_is_part_of_an_address_check CHECK (((slug)::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT organizations_subscription_plan_is_known_check CHECK (((subscription_plan)::text = ANY ((ARRAY['free'::character varying, 'team'::character varying, 'business'::character varying, 'enterprise'::character varying])::text[])))
);
ALTER TABLE ONLY public.organizations ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.organizations ALTER COLUMN slug SET STATISTICS 0;
ALTER TABLE ONLY public.organizations ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.organizations ALTER COLUMN website_url SET STATISTICS 0;
ALTER TABLE ONLY public.organizations ALTER COLUMN billing_email SET STATISTICS 0;

ALTER TABLE ONLY public.organizations FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.organizations IS 'Customers of the platform, each with its own members, projects and subscription.';


--
-- Name: COLUMN organizations.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.id IS 'Never changes, where name and slug may.';


--
-- Name: COLUMN organizations.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.name IS 'Name as the customer writes it; two customers may share one.';


--
-- Name: COLUMN organizations.slug; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.slug IS 'The organization''s part of every address, for example acme-labs in /acme-labs/projects.';


--
-- Name: COLUMN organizations.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.description IS 'What the organization does, in its own words; null shows nothing.';


--
-- Name: COLUMN organizations.website_url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.website_url IS 'The customer''s public site; null if none is given.';


--
-- Name: COLUMN organizations.settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.settings IS 'Object with what administrators configure for all members.';


--
-- Name: COLUMN organizations.subscription_plan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.subscription_plan IS 'Name of the booked plan; free needs no payment and never expires.';


--
-- Name: COLUMN organizations.subscription_expires_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.subscription_expires_at IS 'When the paid plan ends unless renewed; null means that it has no end.';


--
-- Name: COLUMN organizations.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.created_at IS 'When the customer signed up.';


--
-- Name: COLUMN organizations.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN organizations.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.created_by IS 'User who signed the organization up, not necessarily still a member.';


--
-- Name: COLUMN organizations.billing_email; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.billing_email IS 'Where invoices go; null sends them to the creator.';


--
-- Name: COLUMN organizations.billing_address; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organizations.billing_address IS 'Object with the postal address on invoices; null until a plan is paid for.';


--
-- Name: CONSTRAINT organizations_billing_address_is_an_object_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_billing_address_is_an_object_check ON public.organizations IS 'billing_address is a JSON object.';


--
-- Name: CONSTRAINT organizations_billing_email_is_an_address_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_billing_email_is_an_address_check ON public.organizations IS 'One at sign with something on both sides and no space; null sends invoices to the creator.';


--
-- Name: CONSTRAINT organizations_name_is_not_blank_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_name_is_not_blank_check ON public.organizations IS 'An organization has a name that can be seen.';


--
-- Name: CONSTRAINT organizations_settings_are_an_object_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_settings_are_an_object_check ON public.organizations IS 'settings is a JSON object.';


--
-- Name: CONSTRAINT organizations_slug_is_part_of_an_address_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_slug_is_part_of_an_address_check ON public.organizations IS 'Small letters, digits and single hyphens between them: the slug stands in addresses.';


--
-- Name: CONSTRAINT organizations_subscription_plan_is_known_check ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT organizations_subscription_plan_is_known_check ON public.organizations IS 'The plans on offer. A new one comes by a migration, like everything that depends on it.';


--
-- Name: project_risks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.project_risks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    title character varying(500) NOT NULL,
    description text NOT NULL,
    category public.risk_category_enum NOT NULL,
    probability public.risk_probability_enum NOT NULL,
    impact public.risk_impact_enum NOT NULL,
    risk_score numeric(3,2) GENERATED ALWAYS AS ((
CASE probability
    WHEN 'very_low'::public.risk_probability_enum THEN 0.1
    WHEN 'low'::public.risk_probability_enum THEN 0.3
    WHEN 'medium'::public.risk_probability_enum THEN 0.5
    WHEN 'high'::public.risk_probability_enum THEN 0.7
    WHEN 'very_high'::public.risk_probability_enum THEN 0.9
    ELSE NULL::numeric
END * (
CASE impact
    WHEN 'very_low'::public.risk_impact_enum THEN 1
    WHEN 'low'::public.risk_impact_enum THEN 2
    WHEN 'medium'::public.risk_impact_enum THEN 3
    WHEN 'high'::public.risk_impact_enum THEN 4
    WHEN 'very_high'::public.risk_impact_enum THEN 5
    ELSE NULL::integer
END)::numeric)) STORED,
    mitigation_strategy text,
    contingency_plan text,
    owner_id uuid,
    status public.risk_status_enum DEFAULT 'identified'::public.risk_status_enum NOT NULL,
    identified_at timestamp with time zone DEFAULT now() NOT NULL,
    mitigated_at timestamp with time zone,
    review_date date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT project_risks_description_is_not_blank_check CHECK ((description ~ '\S'::text)),
    CONSTRAINT project_risks_mitigated_after_identified_check CHECK ((identified_at <= mitigated_at)),
    CONSTRAINT project_risks_risk_score_is_known_check CHECK ((risk_score IS NOT NULL)),
    CONSTRAINT project_risks_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text))
);
ALTER TABLE ONLY public.project_risks ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.project_risks ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.project_risks ALTER COLUMN mitigation_strategy SET STATISTICS 0;
ALTER TABLE ONLY public.project_risks ALTER COLUMN contingency_plan SET STATISTICS 0;

ALTER TABLE ONLY public.project_risks FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.project_risks IS 'What could go wrong in a project, how bad it would be and what is done about it.';


--
-- Name: COLUMN project_risks.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.id IS 'Feeds and the audit log name risks by it; no foreign key does.';


--
-- Name: COLUMN project_risks.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.project_id IS 'Project at risk; deleting the project deletes its risks.';


--
-- Name: COLUMN project_risks.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.title IS 'What may happen, in one line.';


--
-- Name: COLUMN project_risks.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.description IS 'Cause, event and effect in prose.';


--
-- Name: COLUMN project_risks.category; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.category IS 'Where the risk comes from, which tells who is able to act.';


--
-- Name: COLUMN project_risks.probability; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.probability IS 'Likelihood as judged now, with the mitigation in place.';


--
-- Name: COLUMN project_risks.impact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.impact IS 'Damage as judged now, with the contingency plan in place.';


--
-- Name: COLUMN project_risks.risk_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.risk_score IS 'Probability times impact, computed: 0.10 to 4.50, higher is worse. Compare it, never add it.';


--
-- Name: COLUMN project_risks.mitigation_strategy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.mitigation_strategy IS 'What makes the event less likely; null while nothing is planned.';


--
-- Name: COLUMN project_risks.contingency_plan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.contingency_plan IS 'What to do once it has happened; null while nothing is planned.';


--
-- Name: COLUMN project_risks.owner_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.owner_id IS 'User who watches the risk; null while nobody does.';


--
-- Name: COLUMN project_risks.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.status IS 'How the risk is handled at present.';


--
-- Name: COLUMN project_risks.identified_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.identified_at IS 'When the risk was first seen, which may be before it was entered.';


--
-- Name: COLUMN project_risks.mitigated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.mitigated_at IS 'When the mitigation took effect; null before.';


--
-- Name: COLUMN project_risks.review_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.review_date IS 'Day of the next assessment; null asks for none.';


--
-- Name: COLUMN project_risks.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.created_at IS 'When the risk was entered.';


--
-- Name: COLUMN project_risks.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN project_risks.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_risks.created_by IS 'User who entered the risk.';


--
-- Name: CONSTRAINT project_risks_description_is_not_blank_check ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_risks_description_is_not_blank_check ON public.project_risks IS 'A risk says what could happen.';


--
-- Name: CONSTRAINT project_risks_mitigated_after_identified_check ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_risks_mitigated_after_identified_check ON public.project_risks IS 'No risk is mitigated before it is seen.';


--
-- Name: CONSTRAINT project_risks_risk_score_is_known_check ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_risks_risk_score_is_known_check ON public.project_risks IS 'A label of probability or impact that the score does not know is an error.';


--
-- Name: CONSTRAINT project_risks_title_is_not_blank_check ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT project_risks_title_is_not_blank_check ON public.project_risks IS 'A risk has a title that can be seen.';


--
-- Name: project_dashboard; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.project_dashboard WITH (security_invoker='true') AS
 SELECT project.id AS project_id,
    project.organization_id,
    project.name,
    project.status,
    project.priority,
    project.start_date,
    project.target_end_date,
    project.actual_end_date,
    project.archived_at,
    project.budget_allocated,
    project.budget_used,
    work.total_tasks,
    work.completed_tasks,
    work.in_progress_tasks,
    work.blocked_tasks,
    work.open_tasks,
    work.unassigned_tasks,
    work.estimated_hours,
    work.actual_hours,
    public.requirements_completeness(project.id) AS requirements_completeness,
    danger.open_risks,
    danger.risk_score,
    asked.open_approvals
   FROM (((public.projects project
     CROSS JOIN LATERAL ( SELECT count(*) AS total_tasks,
            count(*) FILTER (WHERE (task.status = ANY (ARRAY['completed'::public.task_status_enum, 'approved'::public.task_status_enum]))) AS completed_tasks,
            count(*) FILTER (WHERE (task.status = 'in_progress'::public.task_status_enum)) AS in_progress_tasks,
            count(*) FILTER (WHERE (task.status = 'blocked'::public.task_status_enum)) AS blocked_tasks,
            count(*) FILTER (WHERE (task.status = ANY (ARRAY['pending'::public.task_status_enum, 'in_progress'::public.task_status_enum, 'blocked'::public.task_status_enum, 'needs_review'::public.task_status_enum]))) AS open_tasks,
            count(*) FILTER (WHERE ((task.assigned_to IS NULL) AND (task.status = ANY (ARRAY['pending'::public.task_status_enum, 'in_progress'::public.task_status_enum, 'blocked'::public.task_status_enum, 'needs_review'::public.task_status_enum])))) AS unassigned_tasks,
            COALESCE(sum(task.estimated_hours), (0)::numeric) AS estimated_hours,
            COALESCE(sum(task.actual_hours), (0)::numeric) AS actual_hours
           FROM public.tasks task
          WHERE (task.project_id = project.id)) work)
     CROSS JOIN LATERAL ( SELECT count(*) AS open_risks,
            max(risk.risk_score) AS risk_score
           FROM public.project_risks risk
          WHERE ((risk.project_id = project.id) AND (risk.status <> ALL (ARRAY['closed'::public.risk_status_enum, 'occurred'::public.risk_status_enum])))) danger)
     CROSS JOIN LATERAL ( SELECT count(*) AS open_approvals
           FROM public.approval_requests request
          WHERE ((request.project_id = project.id) AND (request.status = ANY (ARRAY['pending'::public.approval_status_enum, 'in_review'::public.approval_status_enum])))) asked);


--
-- Name: VIEW project_dashboard; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.project_dashboard IS 'Where each project stands at this moment; filter by project or by organization.';


--
-- Name: COLUMN project_dashboard.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.project_id IS 'The project.';


--
-- Name: COLUMN project_dashboard.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.organization_id IS 'Organization it belongs to; null for a personal project.';


--
-- Name: COLUMN project_dashboard.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.name IS 'projects.name.';


--
-- Name: COLUMN project_dashboard.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.status IS 'Its phase.';


--
-- Name: COLUMN project_dashboard.priority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.priority IS 'Its urgency in the organization.';


--
-- Name: COLUMN project_dashboard.start_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.start_date IS 'First planned day of work, or null.';


--
-- Name: COLUMN project_dashboard.target_end_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.target_end_date IS 'Day it is promised for, or null.';


--
-- Name: COLUMN project_dashboard.actual_end_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.actual_end_date IS 'Day it ended on; null while it runs.';


--
-- Name: COLUMN project_dashboard.archived_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.archived_at IS 'When it was put away; null until then.';


--
-- Name: COLUMN project_dashboard.budget_allocated; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.budget_allocated IS 'Money granted, or null.';


--
-- Name: COLUMN project_dashboard.budget_used; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.budget_used IS 'Money spent, or null.';


--
-- Name: COLUMN project_dashboard.total_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.total_tasks IS 'Tasks, sub-tasks and ended ones included.';


--
-- Name: COLUMN project_dashboard.completed_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.completed_tasks IS 'Those completed or approved.';


--
-- Name: COLUMN project_dashboard.in_progress_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.in_progress_tasks IS 'Those in progress.';


--
-- Name: COLUMN project_dashboard.blocked_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.blocked_tasks IS 'Those blocked.';


--
-- Name: COLUMN project_dashboard.open_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.open_tasks IS 'Those pending, in progress, blocked or in review.';


--
-- Name: COLUMN project_dashboard.unassigned_tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.unassigned_tasks IS 'The open ones that nobody has.';


--
-- Name: COLUMN project_dashboard.estimated_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.estimated_hours IS 'Sum of all estimates.';


--
-- Name: COLUMN project_dashboard.actual_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.actual_hours IS 'Sum of all booked hours.';


--
-- Name: COLUMN project_dashboard.requirements_completeness; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.requirements_completeness IS 'Share of the current requirements that are at least approved, 0 to 1; null without any.';


--
-- Name: COLUMN project_dashboard.open_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.open_risks IS 'Risks neither closed nor occurred.';


--
-- Name: COLUMN project_dashboard.risk_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.risk_score IS 'The highest score among them, 0.10 to 4.50; null without any.';


--
-- Name: COLUMN project_dashboard.open_approvals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.project_dashboard.open_approvals IS 'Approval requests that wait for a decision.';


--
-- Name: requirements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requirements (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    parent_requirement_id uuid,
    title character varying(500) NOT NULL,
    description text NOT NULL,
    type public.requirement_type_enum NOT NULL,
    priority public.priority_enum DEFAULT 'medium'::public.priority_enum NOT NULL,
    status public.requirement_status_enum DEFAULT 'draft'::public.requirement_status_enum NOT NULL,
    category character varying(100),
    source character varying(200),
    stakeholder_id uuid,
    complexity_score numeric(3,2),
    effort_estimate_hours numeric(8,2),
    risk_level public.risk_level_enum DEFAULT 'medium'::public.risk_level_enum NOT NULL,
    acceptance_criteria jsonb DEFAULT '[]'::jsonb NOT NULL,
    test_cases jsonb DEFAULT '[]'::jsonb NOT NULL,
    related_requirements uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    is_current_version boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    custom_attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
    search_vector tsvector,
    lineage_id uuid NOT NULL,
    CONSTRAINT requirements_acceptance_criteria_are_an_array_check CHECK ((jsonb_typeof(acceptance_criteria) = 'array'::text)),
    CONSTRAINT requirements_attachments_are_an_array_check CHECK ((jsonb_typeof(attachments) = 'array'::text)),
    CONSTRAINT requirements_complexity_score_is_a_share_check CHECK (((complexity_score >= (0)::numeric) AND (complexity_score <= (1)::numeric))),
    CONSTRAINT requirements_custom_attributes_are_an_object_check CHECK ((jsonb_typeof(custom_attributes) = 'object'::text)),
    CONSTRAINT requirements_description_is_not_blank_check CHECK ((description ~ '\S'::text)),
    CONSTRAINT requirements_effort_is_an_amount_check CHECK (((effort_estimate_hours >= (0)::numeric) AND (effort_estimate_hours <> 'NaN'::numeric))),
    CONSTRAINT requirements_parent_is_another_check CHECK ((id <> parent_requirement_id)),
    CONSTRAINT requirements_related_are_others_check CHECK (((array_position(related_requirements, NULL::uuid) IS NULL) AND (array_position(related_requirements, id) IS NULL))),
    CONSTRAINT requirements_test_cases_are_an_array_check CHECK ((jsonb_typeof(test_cases) = 'array'::text)),
    CONSTRAINT requirements_title_is_not_blank_check CHECK (((title)::text ~ '\S'::text)),
    CONSTRAINT requirements_version_is_counted_check CHECK ((version >= 1))
);
ALTER TABLE ONLY public.requirements ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.requirements ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.requirements ALTER COLUMN category SET STATISTICS 0;
ALTER TABLE ONLY public.requirements ALTER COLUMN source SET STATISTICS 0;
ALTER TABLE ONLY public.requirements ALTER COLUMN search_vector SET STATISTICS 0;

ALTER TABLE ONLY public.requirements FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.requirements IS 'What a project must achieve; a changed requirement is a new version in a new row.';


--
-- Name: COLUMN requirements.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.id IS 'Identifies one version, not the requirement through all of them.';


--
-- Name: COLUMN requirements.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.project_id IS 'Project that has to meet it; deleting the project deletes its requirements.';


--
-- Name: COLUMN requirements.parent_requirement_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.parent_requirement_id IS 'Requirement that this one refines; null at the top. A refined one cannot be deleted alone.';


--
-- Name: COLUMN requirements.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.title IS 'The demand in one line.';


--
-- Name: COLUMN requirements.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.description IS 'The demand in full, as agreed with its stakeholder.';


--
-- Name: COLUMN requirements.type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.type IS 'What kind of demand it is; there is no default because the choice matters.';


--
-- Name: COLUMN requirements.priority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.priority IS 'Urgency among the project''s requirements.';


--
-- Name: COLUMN requirements.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.status IS 'How far this version has come.';


--
-- Name: COLUMN requirements.category; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.category IS 'Heading in the project''s own outline, such as Reporting; null while unsorted.';


--
-- Name: COLUMN requirements.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.source IS 'Where the demand comes from: a law, a contract, an interview. Null if nobody noted it.';


--
-- Name: COLUMN requirements.stakeholder_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.stakeholder_id IS 'User who speaks for the demand and accepts its fulfilment; null while nobody does.';


--
-- Name: COLUMN requirements.complexity_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.complexity_score IS 'From 0, trivial, to 1, hardest; null until analysed.';


--
-- Name: COLUMN requirements.effort_estimate_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.effort_estimate_hours IS 'Expected working hours for all tasks that serve it; null until analysed.';


--
-- Name: COLUMN requirements.risk_level; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.risk_level IS 'How risky it is to build, judged during analysis; medium until someone has judged.';


--
-- Name: COLUMN requirements.acceptance_criteria; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.acceptance_criteria IS 'Array of conditions, each of which must hold before the status becomes accepted.';


--
-- Name: COLUMN requirements.test_cases; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.test_cases IS 'Array of references to the tests that show the criteria are met.';


--
-- Name: COLUMN requirements.related_requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.related_requirements IS 'Requirements worth reading along with this one; ids without a foreign key, in no order.';


--
-- Name: COLUMN requirements.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.version IS 'Counts the versions of one requirement from 1.';


--
-- Name: COLUMN requirements.is_current_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.is_current_version IS 'True for the version in force; earlier ones stay for reference with false.';


--
-- Name: COLUMN requirements.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.created_at IS 'When this version was written.';


--
-- Name: COLUMN requirements.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.updated_at IS 'When any column of this version last changed; set by trigger.';


--
-- Name: COLUMN requirements.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.created_by IS 'User who wrote this version.';


--
-- Name: COLUMN requirements.custom_attributes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.custom_attributes IS 'Object with the attributes that a project adds to its requirements.';


--
-- Name: COLUMN requirements.attachments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.attachments IS 'Array with name, address and size of each attached file; the files are stored elsewhere.';


--
-- Name: COLUMN requirements.search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.search_vector IS 'English words of title (A) and the first 100,000 characters of description (B).';


--
-- Name: COLUMN requirements.lineage_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.requirements.lineage_id IS 'Id of the first version, the same in all versions of one requirement; by default the own id.';


--
-- Name: CONSTRAINT requirements_acceptance_criteria_are_an_array_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_acceptance_criteria_are_an_array_check ON public.requirements IS 'acceptance_criteria is a JSON array.';


--
-- Name: CONSTRAINT requirements_attachments_are_an_array_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_attachments_are_an_array_check ON public.requirements IS 'attachments is a JSON array.';


--
-- Name: CONSTRAINT requirements_complexity_score_is_a_share_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_complexity_score_is_a_share_check ON public.requirements IS 'From 0, trivial, to 1, hardest.';


--
-- Name: CONSTRAINT requirements_custom_attributes_are_an_object_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_custom_attributes_are_an_object_check ON public.requirements IS 'custom_attributes is a JSON object.';


--
-- Name: CONSTRAINT requirements_description_is_not_blank_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_description_is_not_blank_check ON public.requirements IS 'A requirement says what it demands.';


--
-- Name: CONSTRAINT requirements_effort_is_an_amount_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_effort_is_an_amount_check ON public.requirements IS 'Hours are nothing or more, and a number.';


--
-- Name: CONSTRAINT requirements_parent_is_another_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_parent_is_another_check ON public.requirements IS 'A requirement does not refine itself; longer circles are refused by a trigger.';


--
-- Name: CONSTRAINT requirements_related_are_others_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_related_are_others_check ON public.requirements IS 'Every related requirement is one, and not the requirement itself.';


--
-- Name: CONSTRAINT requirements_test_cases_are_an_array_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_test_cases_are_an_array_check ON public.requirements IS 'test_cases is a JSON array.';


--
-- Name: CONSTRAINT requirements_title_is_not_blank_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_title_is_not_blank_check ON public.requirements IS 'A requirement has a title that can be seen.';


--
-- Name: CONSTRAINT requirements_version_is_counted_check ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_version_is_counted_check ON public.requirements IS 'Versions are counted from 1.';


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


--
-- Name: session_participants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session_participants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.participant_role_enum DEFAULT 'participant'::public.participant_role_enum NOT NULL,
    status public.participant_status_enum DEFAULT 'invited'::public.participant_status_enum NOT NULL,
    invited_at timestamp with time zone DEFAULT now() NOT NULL,
    joined_at timestamp with time zone,
    left_at timestamp with time zone,
    can_edit boolean DEFAULT false NOT NULL,
    can_moderate boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_participants_absent_has_no_times_check CHECK (((status = ANY (ARRAY['joined'::public.participant_status_enum, 'left'::public.participant_status_enum])) OR ((joined_at IS NULL) AND (left_at IS NULL)))),
    CONSTRAINT session_participants_leaves_after_joining_check CHECK (((left_at IS NULL) OR ((joined_at IS NOT NULL) AND (joined_at <= left_at))))
)
WITH (fillfactor='90');

ALTER TABLE ONLY public.session_participants FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.session_participants IS 'Who is invited to a session and whether they came, one row a person and session.';


--
-- Name: COLUMN session_participants.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.id IS 'One person''s place in one session, kept when the person comes and goes.';


--
-- Name: COLUMN session_participants.session_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.session_id IS 'The session; deleting it deletes its guest list.';


--
-- Name: COLUMN session_participants.user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.user_id IS 'The person invited; deleting the user deletes their invitations.';


--
-- Name: COLUMN session_participants.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.role IS 'Part this person plays in this session.';


--
-- Name: COLUMN session_participants.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.status IS 'From invitation to departure; only the latest step is kept.';


--
-- Name: COLUMN session_participants.invited_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.invited_at IS 'When the invitation was sent.';


--
-- Name: COLUMN session_participants.joined_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.joined_at IS 'When the person first came in; null if they have not.';


--
-- Name: COLUMN session_participants.left_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.left_at IS 'When the person last went out; null while inside and if they never came.';


--
-- Name: COLUMN session_participants.can_edit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.can_edit IS 'May change what is worked on during the session.';


--
-- Name: COLUMN session_participants.can_moderate; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.can_moderate IS 'May admit, mute and remove others.';


--
-- Name: COLUMN session_participants.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.created_at IS 'When the guest was put on the list. Rows older than this column have the time it came.';


--
-- Name: COLUMN session_participants.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session_participants.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: CONSTRAINT session_participants_absent_has_no_times_check ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT session_participants_absent_has_no_times_check ON public.session_participants IS 'Who has not come has no time of coming or going.';


--
-- Name: CONSTRAINT session_participants_leaves_after_joining_check ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT session_participants_leaves_after_joining_check ON public.session_participants IS 'Who left came before.';


--
-- Name: status_transitions; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.status_transitions WITH (security_invoker='true') AS
 SELECT step.subject,
    step.action,
    origin.from_status,
    step.to_status,
    step.permission
   FROM (( VALUES ('projects'::text,'{initiation}'::text,'start'::text,'analysis'::text,'project.manage'::text), ('projects'::text,'{design,planning,execution}'::text,'change_phase'::text,'analysis'::text,'project.manage'::text), ('projects'::text,'{analysis,planning,execution}'::text,'change_phase'::text,'design'::text,'project.manage'::text), ('projects'::text,'{design,execution}'::text,'change_phase'::text,'planning'::text,'project.manage'::text), ('projects'::text,'{planning}'::text,'change_phase'::text,'execution'::text,'project.manage'::text), ('projects'::text,'{initiation,analysis,design,planning,execution}'::text,'hold'::text,'on_hold'::text,'project.manage'::text), ('projects'::text,'{on_hold}'::text,'resume'::text,'initiation'::text,'project.manage'::text), ('projects'::text,'{on_hold}'::text,'resume'::text,'analysis'::text,'project.manage'::text), ('projects'::text,'{on_hold}'::text,'resume'::text,'design'::text,'project.manage'::text), ('projects'::text,'{on_hold}'::text,'resume'::text,'planning'::text,'project.manage'::text), ('projects'::text,'{on_hold}'::text,'resume'::text,'execution'::text,'project.manage'::text), ('projects'::text,'{execution}'::text,'complete'::text,'completed'::text,'project.close'::text), ('projects'::text,'{completed}'::text,'reopen'::text,'execution'::text,'project.close'::text), ('projects'::text,'{initiation,analysis,design,planning,execution,on_hold}'::text,'cancel'::text,'cancelled'::text,'project.close'::text), ('tasks'::text,'{pending,blocked}'::text,'start'::text,'in_progress'::text,'task.work'::text), ('tasks'::text,'{pending,in_progress}'::text,'block'::text,'blocked'::text,'task.work'::text), ('tasks'::text,'{in_progress,blocked}'::text,'put_back'::text,'pending'::text,'task.work'::text), ('tasks'::text,'{in_progress}'::text,'submit'::text,'needs_review'::text,'task.work'::text), ('tasks'::text,'{needs_review}'::text,'withdraw'::text,'in_progress'::text,'task.work'::text), ('tasks'::text,'{pending,in_progress}'::text,'complete'::text,'completed'::text,'task.work'::text), ('tasks'::text,'{needs_review}'::text,'review'::text,'approved'::text,'task.review'::text), ('tasks'::text,'{needs_review}'::text,'review'::text,'rejected'::text,'task.review'::text), ('tasks'::text,'{pending,in_progress,blocked,needs_review}'::text,'cancel'::text,'cancelled'::text,'task.manage'::text), ('tasks'::text,'{completed,rejected}'::text,'reopen'::text,'in_progress'::text,'task.manage'::text), ('tasks'::text,'{cancelled}'::text,'reopen'::text,'pending'::text,'task.manage'::text), ('approval_requests'::text,'{pending}'::text,'respond'::text,'in_review'::text,'approval.decide'::text), ('approval_requests'::text,'{pending,in_review}'::text,'respond'::text,'approved'::text,'approval.decide'::text), ('approval_requests'::text,'{pending,in_review}'::text,'respond'::text,'rejected'::text,'approval.decide'::text), ('approval_requests'::text,'{pending,in_review}'::text,'cancel'::text,'cancelled'::text,'approval.manage'::text), ('approval_requests'::text,'{pending,in_review}'::text,'expire'::text,'expired'::text,'approval.manage'::text)) step(subject, from_statuses, action, to_status, permission)
     CROSS JOIN LATERAL unnest((step.from_statuses)::text[]) origin(from_status));


--
-- Name: VIEW status_transitions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.status_transitions IS 'The legal steps of projects, tasks and approval requests, and the permission each takes.';


--
-- Name: COLUMN status_transitions.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.status_transitions.subject IS 'Table whose column status takes the step.';


--
-- Name: COLUMN status_transitions.action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.status_transitions.action IS 'What the step is called; procedures have the same names.';


--
-- Name: COLUMN status_transitions.from_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.status_transitions.from_status IS 'Label before the step.';


--
-- Name: COLUMN status_transitions.to_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.status_transitions.to_status IS 'Label after it.';


--
-- Name: COLUMN status_transitions.permission; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.status_transitions.permission IS 'What an actor needs for it; see user_permissions.';


--
-- Name: task_dependencies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_dependencies (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    kind public.task_dependency_kind_enum DEFAULT 'finish_to_start'::public.task_dependency_kind_enum NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT task_dependencies_no_self_reference_check CHECK ((predecessor_id <> successor_id))
);

ALTER TABLE ONLY public.task_dependencies FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.task_dependencies IS 'Which task waits for which, within one project and never in a circle.';


--
-- Name: COLUMN task_dependencies.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.id IS 'For tools that want a single key; predecessor and successor identify a dependency as well.';


--
-- Name: COLUMN task_dependencies.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.project_id IS 'Project of both tasks; two foreign keys hold them there.';


--
-- Name: COLUMN task_dependencies.predecessor_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.predecessor_id IS 'Task that is waited for; deleting it ends the wait.';


--
-- Name: COLUMN task_dependencies.successor_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.successor_id IS 'Task that waits; deleting it ends the wait.';


--
-- Name: COLUMN task_dependencies.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.kind IS 'Which end of the successor waits for which end of the predecessor.';


--
-- Name: COLUMN task_dependencies.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.created_at IS 'When the dependency was entered.';


--
-- Name: COLUMN task_dependencies.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: COLUMN task_dependencies.created_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.task_dependencies.created_by IS 'User who entered the dependency.';


--
-- Name: CONSTRAINT task_dependencies_no_self_reference_check ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT task_dependencies_no_self_reference_check ON public.task_dependencies IS 'No task waits for itself; longer circles are refused by a trigger.';


--
-- Name: team_memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.team_memberships (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.user_role_enum DEFAULT 'developer'::public.user_role_enum NOT NULL,
    status public.membership_status_enum DEFAULT 'active'::public.membership_status_enum NOT NULL,
    invited_by uuid,
    joined_at timestamp with time zone DEFAULT now(),
    left_at timestamp with time zone,
    custom_permissions text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT team_memberships_active_has_joined_check CHECK (((status <> 'active'::public.membership_status_enum) OR (joined_at IS NOT NULL))),
    CONSTRAINT team_memberships_custom_permissions_are_names_check CHECK (((array_position(custom_permissions, NULL::text) IS NULL) AND (array_position(custom_permissions, ''::text) IS NULL))),
    CONSTRAINT team_memberships_invited_has_not_joined_check CHECK (((status <> 'invited'::public.membership_status_enum) OR (joined_at IS NULL))),
    CONSTRAINT team_memberships_left_after_joining_check CHECK ((joined_at <= left_at)),
    CONSTRAINT team_memberships_left_has_a_time_check CHECK (((status = 'left'::public.membership_status_enum) = (left_at IS NOT NULL)))
);

ALTER TABLE ONLY public.team_memberships FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.team_memberships IS 'Who belongs to which organization, one row each: whoever comes back gets the old row again.';


--
-- Name: COLUMN team_memberships.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.id IS 'A returning member keeps it.';


--
-- Name: COLUMN team_memberships.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.organization_id IS 'Organization that is joined; deleting it deletes its memberships.';


--
-- Name: COLUMN team_memberships.user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.user_id IS 'The member; deleting the user deletes their memberships.';


--
-- Name: COLUMN team_memberships.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.role IS 'Role inside this organization; it decides here, whatever users.role says.';


--
-- Name: COLUMN team_memberships.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.status IS 'Standing of the member; only active gives access to the organization''s projects.';


--
-- Name: COLUMN team_memberships.invited_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.invited_by IS 'Member who sent the invitation; null for founders and for people added by the platform.';


--
-- Name: COLUMN team_memberships.joined_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.joined_at IS 'When the invitation was accepted; null while it is open.';


--
-- Name: COLUMN team_memberships.left_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.left_at IS 'When the member left; null for everyone who has not.';


--
-- Name: COLUMN team_memberships.custom_permissions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.custom_permissions IS 'Rights in this organization beyond the role, one name an element.';


--
-- Name: COLUMN team_memberships.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.created_at IS 'When the person was added or invited. Rows older than this column have the time it came.';


--
-- Name: COLUMN team_memberships.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.team_memberships.updated_at IS 'When any column last changed; set by trigger.';


--
-- Name: CONSTRAINT team_memberships_active_has_joined_check ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT team_memberships_active_has_joined_check ON public.team_memberships IS 'An active member has joined at some time.';


--
-- Name: CONSTRAINT team_memberships_custom_permissions_are_names_check ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT team_memberships_custom_permissions_are_names_check ON public.team_memberships IS 'Every element names a right.';


--
-- Name: CONSTRAINT team_memberships_invited_has_not_joined_check ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT team_memberships_invited_has_not_joined_check ON public.team_memberships IS 'An open invitation has no time of joining.';


--
-- Name: CONSTRAINT team_memberships_left_after_joining_check ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT team_memberships_left_after_joining_check ON public.team_memberships IS 'Nobody leaves before joining; either time may be missing.';


--
-- Name: CONSTRAINT team_memberships_left_has_a_time_check ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT team_memberships_left_has_a_time_check ON public.team_memberships IS 'Who has left has a time of leaving, and nobody else has.';


--
-- Name: user_activities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_activities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    project_id uuid,
    activity_type public.activity_type_enum NOT NULL,
    action character varying(100) NOT NULL,
    description text,
    entity_type character varying(50),
    entity_id uuid,
    occurred_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    ip_address inet,
    user_agent text,
    session_id character varying(255),
    CONSTRAINT user_activities_action_is_not_blank_check CHECK (((action)::text ~ '\S'::text)),
    CONSTRAINT user_activities_entity_is_whole_check CHECK (((entity_type IS NULL) = (entity_id IS NULL))),
    CONSTRAINT user_activities_entity_type_is_known_check CHECK (((entity_type)::text = ANY ((ARRAY['organization'::character varying, 'user'::character varying, 'project'::character varying, 'task'::character varying, 'requirement'::character varying, 'architecture'::character varying, 'risk'::character varying, 'session'::character varying, 'approval_request'::character varying])::text[]))),
    CONSTRAINT user_activities_metadata_is_an_object_check CHECK ((jsonb_typeof(metadata) = 'object'::text))
)
WITH (autovacuum_freeze_min_age='0', autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='500000', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='100000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='500000');
ALTER TABLE ONLY public.user_activities ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.user_activities ALTER COLUMN ip_address SET STATISTICS 0;
ALTER TABLE ONLY public.user_activities ALTER COLUMN user_agent SET STATISTICS 0;
ALTER TABLE ONLY public.user_activities ALTER COLUMN session_id SET STATISTICS 0;

ALTER TABLE ONLY public.user_activities FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.user_activities IS 'Feed of what users do, made to be shown to them. The evidence is in audit_logs.';


--
-- Name: COLUMN user_activities.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.id IS 'Supplied time-ordered by the feed''s writers, so that it breaks ties of occurred_at.';


--
-- Name: COLUMN user_activities.user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.user_id IS 'User who acted; deleting the user deletes their feed.';


--
-- Name: COLUMN user_activities.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.project_id IS 'Project the act concerns; null for acts outside any project. Deleting it deletes the entry.';


--
-- Name: COLUMN user_activities.activity_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.activity_type IS 'Kind of act, for filtering.';


--
-- Name: COLUMN user_activities.action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.action IS 'The application''s own name of the act, such as task.moved.';


--
-- Name: COLUMN user_activities.description; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.description IS 'Sentence shown in the feed; null lets the reader build it from action and entity.';


--
-- Name: COLUMN user_activities.entity_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.entity_type IS 'What entity_id identifies, such as task; null if the act has no object.';


--
-- Name: COLUMN user_activities.entity_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.entity_id IS 'Row acted upon, which may be gone by now; not a foreign key. Null like entity_type.';


--
-- Name: COLUMN user_activities.occurred_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.occurred_at IS 'When it happened; feeds show the newest first.';


--
-- Name: COLUMN user_activities.metadata; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.metadata IS 'Object with details for showing the entry, such as both columns of a moved card.';


--
-- Name: COLUMN user_activities.ip_address; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.ip_address IS 'Network address the act came from; null for acts of the platform itself.';


--
-- Name: COLUMN user_activities.user_agent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.user_agent IS 'Browser or client as it named itself; null if it did not.';


--
-- Name: COLUMN user_activities.session_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_activities.session_id IS 'Sign-in session of the browser or client, not a collaboration session; null without one.';


--
-- Name: CONSTRAINT user_activities_action_is_not_blank_check ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT user_activities_action_is_not_blank_check ON public.user_activities IS 'An act has a name.';


--
-- Name: CONSTRAINT user_activities_entity_is_whole_check ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT user_activities_entity_is_whole_check ON public.user_activities IS 'An act has an object of a known kind, or none.';


--
-- Name: CONSTRAINT user_activities_entity_type_is_known_check ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT user_activities_entity_type_is_known_check ON public.user_activities IS 'What acts can be about: architecture stands for architecture_decisions.';


--
-- Name: CONSTRAINT user_activities_metadata_is_an_object_check ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT user_activities_metadata_is_an_object_check ON public.user_activities IS 'metadata is a JSON object.';


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email character varying(255) NOT NULL,
    username character varying(100) NOT NULL,
    password_hash character varying(255) NOT NULL,
    first_name character varying(100),
    last_name character varying(100),
    display_name character varying(200),
    avatar_url text,
    bio text,
    timezone character varying(50) DEFAULT 'UTC'::character varying NOT NULL,
    role public.user_role_enum DEFAULT 'developer'::public.user_role_enum NOT NULL,
    permissions text[] DEFAULT '{}'::text[] NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_verified boolean DEFAULT false NOT NULL,
    last_login_at timestamp with time zone,
    password_changed_at timestamp with time zone DEFAULT now() NOT NULL,
    failed_login_attempts integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    api_key_hash character varying(255),
    api_key_created_at timestamp with time zone,
    api_key_last_used timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    notification_settings jsonb DEFAULT '{"push": true, "email": true, "in_app": true, "digest_frequency": "daily"}'::jsonb NOT NULL,
    search_vector tsvector,
    CONSTRAINT users_api_key_has_a_time_check CHECK ((((api_key_hash IS NULL) = (api_key_created_at IS NULL)) AND ((api_key_hash IS NOT NULL) OR (api_key_last_used IS NULL)))),
    CONSTRAINT users_api_key_hash_is_a_hash_check CHECK (((api_key_hash)::text ~ '^(\$[a-z0-9-]+\$\S{20,}|[0-9a-f]{64,128})$'::text)),
    CONSTRAINT users_api_key_is_used_after_issue_check CHECK ((api_key_created_at <= api_key_last_used)),
    CONSTRAINT users_email_is_an_address_check CHECK (((email)::text ~ '^[^@\s]+@[^@\s]+$'::text)),
    CONSTRAINT users_failed_login_attempts_are_counted_check CHECK ((failed_login_attempts >= 0)),
    CONSTRAINT users_notification_settings_are_an_object_check CHECK ((jsonb_typeof(notification_settings) = 'object'::text)),
    CONSTRAINT users_password_hash_is_a_hash_check CHECK (((password_hash)::text ~ '^\$[a-z0-9-]+\$\S{20,}$'::text)),
    CONSTRAINT users_permissions_are_names_check CHECK (((array_position(permissions, NULL::text) IS NULL) AND (array_position(permissions, ''::text) IS NULL))),
    CONSTRAINT users_preferences_are_an_object_check CHECK ((jsonb_typeof(preferences) = 'object'::text)),
    CONSTRAINT users_timezone_is_known_check CHECK (public.is_time_zone((timezone)::text)),
    CONSTRAINT users_username_is_not_blank_check CHECK (((username)::text ~ '\S'::text))
)
WITH (fillfactor='90');
ALTER TABLE ONLY public.users ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN username SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN password_hash SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN first_name SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN last_name SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN display_name SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN avatar_url SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN bio SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN api_key_hash SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN search_vector SET STATISTICS 0;

ALTER TABLE ONLY public.users FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.users IS 'People who sign in, and the platform itself as the actor behind what no person made.';


--
-- Name: COLUMN users.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.id IS 'Random by default; writers of many rows supply a time-ordered uuidv7(), here and elsewhere.';


--
-- Name: COLUMN users.email; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.email IS 'Address for sign-in and mail, kept and compared exactly as entered, letter case included.';


--
-- Name: COLUMN users.username; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.username IS 'Short public handle for mentions and links; compared with letter case.';


--
-- Name: COLUMN users.password_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.password_hash IS 'Salted hash in PHC form, made by the application. Beginning $disabled$ it fits no password.';


--
-- Name: COLUMN users.first_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.first_name IS 'Given name; null until the user fills in the profile.';


--
-- Name: COLUMN users.last_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.last_name IS 'Family name; null until the user fills in the profile.';


--
-- Name: COLUMN users.display_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.display_name IS 'Name shown to others; null falls back to the username.';


--
-- Name: COLUMN users.avatar_url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.avatar_url IS 'Address of the picture; null shows initials instead.';


--
-- Name: COLUMN users.bio; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.bio IS 'Free text about the person on their profile page; null shows none. Not searched.';


--
-- Name: COLUMN users.timezone; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.timezone IS 'IANA name such as Europe/Berlin, used only to show times; all times are stored in UTC.';


--
-- Name: COLUMN users.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.role IS 'Role on the platform as a whole. Inside an organization the membership''s role counts.';


--
-- Name: COLUMN users.permissions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.permissions IS 'Platform-wide rights beyond the role, one name an element.';


--
-- Name: COLUMN users.is_active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.is_active IS 'False closes the account: no sign-in, no API access. Rows that name the user stay.';


--
-- Name: COLUMN users.is_verified; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.is_verified IS 'True once the user has answered the mail sent to the address.';


--
-- Name: COLUMN users.last_login_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.last_login_at IS 'Latest successful sign-in with a password; null means never.';


--
-- Name: COLUMN users.password_changed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.password_changed_at IS 'When the password was last set; sessions opened earlier are no longer valid.';


--
-- Name: COLUMN users.failed_login_attempts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.failed_login_attempts IS 'Wrong passwords since the last successful sign-in, which resets it to 0.';


--
-- Name: COLUMN users.locked_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.locked_until IS 'Sign-in is refused before this moment; null or past means that the account is not locked.';


--
-- Name: COLUMN users.api_key_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.api_key_hash IS 'Hash of the one API key a user may have; the key itself is shown once. Null means no key.';


--
-- Name: COLUMN users.api_key_created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.api_key_created_at IS 'When the current API key was issued; null without a key.';


--
-- Name: COLUMN users.api_key_last_used; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.api_key_last_used IS 'Latest request made with the API key; null while it is unused.';


--
-- Name: COLUMN users.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.created_at IS 'When the account was opened.';


--
-- Name: COLUMN users.updated_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.updated_at IS 'When any column last changed, a sign-in included; set by trigger.';


--
-- Name: COLUMN users.preferences; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.preferences IS 'Object with the user''s own settings of the interface: theme, language, start page.';


--
-- Name: COLUMN users.notification_settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.notification_settings IS 'Object with a boolean a channel (email, push, in_app) and how often a digest is sent.';


--
-- Name: COLUMN users.search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.users.search_vector IS 'Names only, unstemmed (configuration simple): display, first and last name A, username B.';


--
-- Name: CONSTRAINT users_api_key_has_a_time_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_api_key_has_a_time_check ON public.users IS 'A key has a time of issue, and without a key there are no times of one.';


--
-- Name: CONSTRAINT users_api_key_hash_is_a_hash_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_api_key_hash_is_a_hash_check ON public.users IS 'A hash in PHC form or hexadecimal. A key in clear text is refused before it is stored.';


--
-- Name: CONSTRAINT users_api_key_is_used_after_issue_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_api_key_is_used_after_issue_check ON public.users IS 'No key is used before it is issued.';


--
-- Name: CONSTRAINT users_email_is_an_address_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_email_is_an_address_check ON public.users IS 'One at sign with something on both sides and no space: whether mail arrives, only mail tells.';


--
-- Name: CONSTRAINT users_failed_login_attempts_are_counted_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_failed_login_attempts_are_counted_check ON public.users IS 'Attempts are counted from 0.';


--
-- Name: CONSTRAINT users_notification_settings_are_an_object_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_notification_settings_are_an_object_check ON public.users IS 'notification_settings is a JSON object.';


--
-- Name: CONSTRAINT users_password_hash_is_a_hash_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_password_hash_is_a_hash_check ON public.users IS 'A hash in PHC form. A password in clear text is refused before it is stored.';


--
-- Name: CONSTRAINT users_permissions_are_names_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_permissions_are_names_check ON public.users IS 'Every element names a right.';


--
-- Name: CONSTRAINT users_preferences_are_an_object_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_preferences_are_an_object_check ON public.users IS 'preferences is a JSON object.';


--
-- Name: CONSTRAINT users_timezone_is_known_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_timezone_is_known_check ON public.users IS 'Times can be shown in the zone of the user.';


--
-- Name: CONSTRAINT users_username_is_not_blank_check ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT users_username_is_not_blank_check ON public.users IS 'A username can be seen.';


--
-- Name: user_permissions; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.user_permissions WITH (security_invoker='true') AS
 SELECT 'platform'::text AS scope,
    person.id AS user_id,
    NULL::uuid AS organization_id,
    NULL::uuid AS project_id,
    person.role,
    person.permissions
   FROM public.users person
  WHERE person.is_active
UNION ALL
 SELECT 'organization'::text AS scope,
    membership.user_id,
    membership.organization_id,
    NULL::uuid AS project_id,
    membership.role,
    (public.role_permissions(membership.role) || membership.custom_permissions) AS permissions
   FROM (public.team_memberships membership
     JOIN public.users person ON ((person.id = membership.user_id)))
  WHERE ((membership.status = 'active'::public.membership_status_enum) AND person.is_active)
UNION ALL
 SELECT 'project'::text AS scope,
    membership.user_id,
    membership.organization_id,
    project.id AS project_id,
    membership.role,
    (public.role_permissions(membership.role) || membership.custom_permissions) AS permissions
   FROM ((public.projects project
     JOIN public.team_memberships membership ON ((membership.organization_id = project.organization_id)))
     JOIN public.users person ON ((person.id = membership.user_id)))
  WHERE ((membership.status = 'active'::public.membership_status_enum) AND person.is_active)
UNION ALL
 SELECT 'project'::text AS scope,
    project.created_by AS user_id,
    NULL::uuid AS organization_id,
    project.id AS project_id,
    'admin'::public.user_role_enum AS role,
    public.role_permissions('admin'::public.user_role_enum) AS permissions
   FROM (public.projects project
     JOIN public.users person ON ((person.id = project.created_by)))
  WHERE ((project.organization_id IS NULL) AND person.is_active);


--
-- Name: VIEW user_permissions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.user_permissions IS 'What each active person may do on the platform, in each organization and in each project.';


--
-- Name: COLUMN user_permissions.scope; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.scope IS 'Where the row counts: platform, organization or project.';


--
-- Name: COLUMN user_permissions.user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.user_id IS 'The person; whoever is inactive, or no active member, has no row.';


--
-- Name: COLUMN user_permissions.organization_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.organization_id IS 'Organization of the membership; null on the platform and for a personal project.';


--
-- Name: COLUMN user_permissions.project_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.project_id IS 'Project in which the row counts; null for the two wider scopes.';


--
-- Name: COLUMN user_permissions.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.role IS 'Role that decides there: of the membership, or users.role on the platform.';


--
-- Name: COLUMN user_permissions.permissions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.user_permissions.permissions IS 'Names of what the person may do there: those of the role, then those added for the person.';


--
-- Name: approval_assignments approval_assignments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_pkey PRIMARY KEY (id);


--
-- Name: approval_assignments approval_assignments_request_id_approver_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_request_id_approver_id_key UNIQUE (request_id, approver_id);


--
-- Name: approval_requests approval_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_pkey PRIMARY KEY (id);


--
-- Name: approval_requests approval_requests_requested_by_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_requested_by_id_key UNIQUE (requested_by, id);


--
-- Name: CONSTRAINT approval_requests_requested_by_id_key ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_requested_by_id_key ON public.approval_requests IS 'Lets answers and assignments refer to a request together with its requester.';


--
-- Name: approval_responses approval_responses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_responses
    ADD CONSTRAINT approval_responses_pkey PRIMARY KEY (id);


--
-- Name: approval_responses approval_responses_request_id_approver_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_responses
    ADD CONSTRAINT approval_responses_request_id_approver_id_key UNIQUE (request_id, approver_id);


--
-- Name: approval_workflows approval_workflows_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_workflows
    ADD CONSTRAINT approval_workflows_pkey PRIMARY KEY (id);


--
-- Name: approval_workflows approval_workflows_project_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_workflows
    ADD CONSTRAINT approval_workflows_project_id_id_key UNIQUE (project_id, id);


--
-- Name: CONSTRAINT approval_workflows_project_id_id_key ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_workflows_project_id_id_key ON public.approval_workflows IS 'Lets requests refer to a workflow together with its project, and so stay within it.';


--
-- Name: architecture_decisions architecture_decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_pkey PRIMARY KEY (id);


--
-- Name: architecture_decisions architecture_decisions_project_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_project_id_id_key UNIQUE (project_id, id);


--
-- Name: CONSTRAINT architecture_decisions_project_id_id_key ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_project_id_id_key ON public.architecture_decisions IS 'Lets other rows refer to a decision together with its project, and so stay within it.';


--
-- Name: audit_logs audit_logs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_pkey PRIMARY KEY (id);


--
-- Name: audit_retirements audit_retirements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_retirements
    ADD CONSTRAINT audit_retirements_pkey PRIMARY KEY (seal_number);


--
-- Name: audit_seals audit_seals_entries_until_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT audit_seals_entries_until_key UNIQUE (entries_until);


--
-- Name: audit_seals audit_seals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT audit_seals_pkey PRIMARY KEY (seal_number);


--
-- Name: collaboration_sessions collaboration_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaboration_sessions
    ADD CONSTRAINT collaboration_sessions_pkey PRIMARY KEY (id);


--
-- Name: hierarchy_guards hierarchy_guards_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hierarchy_guards
    ADD CONSTRAINT hierarchy_guards_pkey PRIMARY KEY (project_id, hierarchy);


--
-- Name: organizations organizations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);


--
-- Name: organizations organizations_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_slug_key UNIQUE (slug);


--
-- Name: project_analytics project_analytics_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_analytics
    ADD CONSTRAINT project_analytics_pkey PRIMARY KEY (id);


--
-- Name: project_analytics project_analytics_project_id_snapshot_date_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_analytics
    ADD CONSTRAINT project_analytics_project_id_snapshot_date_key UNIQUE (project_id, snapshot_date);


--
-- Name: project_risks project_risks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_risks
    ADD CONSTRAINT project_risks_pkey PRIMARY KEY (id);


--
-- Name: projects projects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (id);


--
-- Name: requirements requirements_lineage_id_version_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_lineage_id_version_key UNIQUE (lineage_id, version);


--
-- Name: CONSTRAINT requirements_lineage_id_version_key ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_lineage_id_version_key ON public.requirements IS 'The versions of one requirement differ in their number.';


--
-- Name: requirements requirements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_pkey PRIMARY KEY (id);


--
-- Name: requirements requirements_project_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_project_id_id_key UNIQUE (project_id, id);


--
-- Name: CONSTRAINT requirements_project_id_id_key ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_project_id_id_key ON public.requirements IS 'Lets other rows refer to a requirement together with its project, and so stay within it.';


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: session_participants session_participants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_participants
    ADD CONSTRAINT session_participants_pkey PRIMARY KEY (id);


--
-- Name: session_participants session_participants_session_id_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_participants
    ADD CONSTRAINT session_participants_session_id_user_id_key UNIQUE (session_id, user_id);


--
-- Name: task_dependencies task_dependencies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_dependencies
    ADD CONSTRAINT task_dependencies_pkey PRIMARY KEY (id);


--
-- Name: task_dependencies task_dependencies_project_id_predecessor_id_successor_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_dependencies
    ADD CONSTRAINT task_dependencies_project_id_predecessor_id_successor_id_key UNIQUE (project_id, predecessor_id, successor_id);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);


--
-- Name: tasks tasks_project_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_project_id_id_key UNIQUE (project_id, id);


--
-- Name: CONSTRAINT tasks_project_id_id_key ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_project_id_id_key ON public.tasks IS 'Lets other rows refer to a task together with its project, and so stay within the project.';


--
-- Name: team_memberships team_memberships_organization_id_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team_memberships
    ADD CONSTRAINT team_memberships_organization_id_user_id_key UNIQUE (organization_id, user_id);


--
-- Name: team_memberships team_memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team_memberships
    ADD CONSTRAINT team_memberships_pkey PRIMARY KEY (id);


--
-- Name: user_activities user_activities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_activities
    ADD CONSTRAINT user_activities_pkey PRIMARY KEY (id);


--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: users users_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_username_key UNIQUE (username);


--
-- Name: approval_assignments_approver_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_assignments_approver_id_idx ON public.approval_assignments USING btree (approver_id, decided_at);


--
-- Name: INDEX approval_assignments_approver_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_assignments_approver_id_idx IS 'Serves approvals_waiting_for_me, and finds the assignments of a user to be deleted.';


--
-- Name: approval_assignments_delegated_to_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_assignments_delegated_to_idx ON public.approval_assignments USING btree (delegated_to, decided_at) WHERE (delegated_to IS NOT NULL);


--
-- Name: INDEX approval_assignments_delegated_to_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_assignments_delegated_to_idx IS 'Serves approvals_waiting_for_me: votes passed on to me.';


--
-- Name: approval_assignments_one_vote_a_person_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX approval_assignments_one_vote_a_person_key ON public.approval_assignments USING btree (request_id, COALESCE(delegated_to, approver_id));


--
-- Name: INDEX approval_assignments_one_vote_a_person_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_assignments_one_vote_a_person_key IS 'Whoever has a vote of their own gets no second one by delegation.';


--
-- Name: approval_requests_project_id_due_date_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_requests_project_id_due_date_idx ON public.approval_requests USING btree (project_id, due_date) WHERE (status = 'pending'::public.approval_status_enum);


--
-- Name: INDEX approval_requests_project_id_due_date_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_requests_project_id_due_date_idx IS 'Serves approvals_waiting_for_me: the pending requests of a project, the most urgent first.';


--
-- Name: approval_requests_project_id_requested_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_requests_project_id_requested_at_idx ON public.approval_requests USING btree (project_id, requested_at DESC);


--
-- Name: INDEX approval_requests_project_id_requested_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_requests_project_id_requested_at_idx IS 'Serves approval_requests_of_project, newest first.';


--
-- Name: approval_requests_subject_type_subject_id_requested_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_requests_subject_type_subject_id_requested_at_idx ON public.approval_requests USING btree (subject_type, subject_id, requested_at DESC);


--
-- Name: INDEX approval_requests_subject_type_subject_id_requested_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_requests_subject_type_subject_id_requested_at_idx IS 'Serves approvals_of_subject, newest first.';


--
-- Name: approval_requests_workflow_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_requests_workflow_id_idx ON public.approval_requests USING btree (workflow_id);


--
-- Name: INDEX approval_requests_workflow_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_requests_workflow_id_idx IS 'Finds the requests under a workflow, and whether it can be deleted.';


--
-- Name: approval_responses_approver_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_responses_approver_id_idx ON public.approval_responses USING btree (approver_id);


--
-- Name: INDEX approval_responses_approver_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_responses_approver_id_idx IS 'Finds the answers of a user when the user is to be deleted.';


--
-- Name: approval_workflows_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_workflows_created_by_idx ON public.approval_workflows USING btree (created_by);


--
-- Name: INDEX approval_workflows_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_workflows_created_by_idx IS 'Finds the workflows set up by a user when the user is to be deleted.';


--
-- Name: approval_workflows_project_id_workflow_type_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX approval_workflows_project_id_workflow_type_idx ON public.approval_workflows USING btree (project_id, workflow_type);


--
-- Name: INDEX approval_workflows_project_id_workflow_type_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.approval_workflows_project_id_workflow_type_idx IS 'Serves active_workflow; idx_approval_workflow_active_type has no project in it.';


--
-- Name: architecture_decisions_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX architecture_decisions_created_by_idx ON public.architecture_decisions USING btree (created_by);


--
-- Name: INDEX architecture_decisions_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.architecture_decisions_created_by_idx IS 'Finds the decisions proposed by a user when the user is to be deleted.';


--
-- Name: architecture_decisions_decided_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX architecture_decisions_decided_by_idx ON public.architecture_decisions USING btree (decided_by) WHERE (decided_by IS NOT NULL);


--
-- Name: INDEX architecture_decisions_decided_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.architecture_decisions_decided_by_idx IS 'Finds the decisions answered for by a user when the user is to be deleted.';


--
-- Name: architecture_decisions_project_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX architecture_decisions_project_id_status_idx ON public.architecture_decisions USING btree (project_id, status);


--
-- Name: INDEX architecture_decisions_project_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.architecture_decisions_project_id_status_idx IS 'Serves decisions_of_project, and finds the decisions of a project to be deleted.';


--
-- Name: architecture_decisions_search_vector_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX architecture_decisions_search_vector_idx ON public.architecture_decisions USING gin (search_vector);


--
-- Name: INDEX architecture_decisions_search_vector_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.architecture_decisions_search_vector_idx IS 'Serves search_decisions; new entries wait in a pending list until vacuum sorts them in.';


--
-- Name: architecture_decisions_superseded_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX architecture_decisions_superseded_by_idx ON public.architecture_decisions USING btree (superseded_by) WHERE (superseded_by IS NOT NULL);


--
-- Name: INDEX architecture_decisions_superseded_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.architecture_decisions_superseded_by_idx IS 'Finds what a decision took the place of, and whether it can be deleted.';


--
-- Name: audit_logs_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_logs_occurred_at_idx ON public.audit_logs USING brin (occurred_at) WITH (autosummarize='on');


--
-- Name: INDEX audit_logs_occurred_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_logs_occurred_at_idx IS 'Serves audit_of_a_day, at a thousandth of a b-tree''s size: entries lie in order of time.';


--
-- Name: audit_logs_project_id_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_logs_project_id_occurred_at_idx ON public.audit_logs USING btree (project_id, occurred_at DESC) WHERE (project_id IS NOT NULL);


--
-- Name: INDEX audit_logs_project_id_occurred_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_logs_project_id_occurred_at_idx IS 'Serves audit_of_project, newest first.';


--
-- Name: audit_logs_user_id_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_logs_user_id_occurred_at_idx ON public.audit_logs USING btree (user_id, occurred_at DESC) WHERE (user_id IS NOT NULL);


--
-- Name: INDEX audit_logs_user_id_occurred_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_logs_user_id_occurred_at_idx IS 'Serves audit_of_actor, newest first.';


--
-- Name: audit_retirements_entries_until_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_retirements_entries_until_idx ON public.audit_retirements USING btree (entries_until);


--
-- Name: INDEX audit_retirements_entries_until_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_retirements_entries_until_idx IS 'Finds the last retired moment, which every deletion from audit_logs is compared with.';


--
-- Name: collaboration_sessions_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaboration_sessions_created_by_idx ON public.collaboration_sessions USING btree (created_by);


--
-- Name: INDEX collaboration_sessions_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.collaboration_sessions_created_by_idx IS 'Finds the sessions called by a user when the user is to be deleted.';


--
-- Name: collaboration_sessions_facilitator_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaboration_sessions_facilitator_id_idx ON public.collaboration_sessions USING btree (facilitator_id) WHERE (facilitator_id IS NOT NULL);


--
-- Name: INDEX collaboration_sessions_facilitator_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.collaboration_sessions_facilitator_id_idx IS 'Finds the sessions led by a user when the user is to be deleted.';


--
-- Name: idx_approval_requests_status_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_approval_requests_status_due ON public.approval_requests USING btree (status, due_date) WHERE (status = 'pending'::public.approval_status_enum);


--
-- Name: INDEX idx_approval_requests_status_due; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_approval_requests_status_due IS 'Serves overdue_approvals and approvals_waiting_for_me; in_review is outside its predicate.';


--
-- Name: idx_approval_workflow_active_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_approval_workflow_active_type ON public.approval_workflows USING btree (workflow_type, is_active) WHERE (is_active = true);


--
-- Name: INDEX idx_approval_workflow_active_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_approval_workflow_active_type IS 'Serves active_workflow; the project is not in it and is filtered afterwards.';


--
-- Name: idx_audit_logs_target_occurred; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_audit_logs_target_occurred ON public.audit_logs USING btree (target_type, target_id, occurred_at DESC);


--
-- Name: INDEX idx_audit_logs_target_occurred; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_audit_logs_target_occurred IS 'Serves audit_of_object, newest first.';


--
-- Name: idx_collaboration_sessions_project_scheduled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_collaboration_sessions_project_scheduled ON public.collaboration_sessions USING btree (project_id, scheduled_start);


--
-- Name: INDEX idx_collaboration_sessions_project_scheduled; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_collaboration_sessions_project_scheduled IS 'Serves project_upcoming_sessions.';


--
-- Name: idx_project_analytics_date_project; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_project_analytics_date_project ON public.project_analytics USING btree (snapshot_date DESC, project_id);


--
-- Name: INDEX idx_project_analytics_date_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_project_analytics_date_project IS 'Serves portfolio_of_a_day over all projects; one organization''s day uses the unique key.';


--
-- Name: idx_projects_organization_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_projects_organization_status ON public.projects USING btree (organization_id, status);


--
-- Name: INDEX idx_projects_organization_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_projects_organization_status IS 'Serves org_project_list, org_projects_by_status and org_dashboard.';


--
-- Name: idx_projects_search_vector; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_projects_search_vector ON public.projects USING gin (search_vector);


--
-- Name: INDEX idx_projects_search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_projects_search_vector IS 'Serves project_search.';


--
-- Name: idx_projects_settings; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_projects_settings ON public.projects USING gin (settings);


--
-- Name: INDEX idx_projects_settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_projects_settings IS 'Serves projects_by_setting: settings @> an object, not settings ->> a key.';


--
-- Name: idx_projects_status_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_projects_status_priority ON public.projects USING btree (status, priority) WHERE (status <> 'completed'::public.project_status_enum);


--
-- Name: INDEX idx_projects_status_priority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_projects_status_priority IS 'Serves active_critical_projects; the query has to rule out completed projects by a literal.';


--
-- Name: idx_requirements_current_version; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_requirements_current_version ON public.requirements USING btree (project_id, type, status) WHERE (is_current_version = true);


--
-- Name: INDEX idx_requirements_current_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_requirements_current_version IS 'Serves current_requirements; earlier versions are not in it.';


--
-- Name: idx_tasks_assigned_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_assigned_status ON public.tasks USING btree (assigned_to, status) WHERE (assigned_to IS NOT NULL);


--
-- Name: INDEX idx_tasks_assigned_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_assigned_status IS 'Serves my_open_tasks, and finds the tasks of a user who is deleted.';


--
-- Name: idx_tasks_custom_fields; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_custom_fields ON public.tasks USING gin (custom_fields);


--
-- Name: INDEX idx_tasks_custom_fields; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_custom_fields IS 'Serves task_by_external_ref: custom_fields @> an object, not custom_fields ->> a key.';


--
-- Name: idx_tasks_incomplete; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_incomplete ON public.tasks USING btree (project_id, priority, created_at) WHERE (status = ANY (ARRAY['pending'::public.task_status_enum, 'in_progress'::public.task_status_enum, 'blocked'::public.task_status_enum]));


--
-- Name: INDEX idx_tasks_incomplete; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_incomplete IS 'Serves incomplete_by_priority, read backwards, and workload; needs_review is not in it.';


--
-- Name: idx_tasks_parent_sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_parent_sequence ON public.tasks USING btree (parent_task_id, sequence_order) WHERE (parent_task_id IS NOT NULL);


--
-- Name: INDEX idx_tasks_parent_sequence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_parent_sequence IS 'Serves task_children and task_subtree, in display order; top-level tasks are not in it.';


--
-- Name: idx_tasks_project_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_project_status ON public.tasks USING btree (project_id, status);


--
-- Name: INDEX idx_tasks_project_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_project_status IS 'Serves board_column and project_dashboard, and finds the tasks of a project that is deleted.';


--
-- Name: idx_tasks_search_vector; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_tasks_search_vector ON public.tasks USING gin (search_vector);


--
-- Name: INDEX idx_tasks_search_vector; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_tasks_search_vector IS 'Serves tasks_search_in_project where projects are large. The dearest index to maintain.';


--
-- Name: idx_user_activities_project_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_user_activities_project_type ON public.user_activities USING btree (project_id, activity_type, occurred_at DESC);


--
-- Name: INDEX idx_user_activities_project_type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_user_activities_project_type IS 'Serves project_activity_of_type; it cannot put the acts of all types in order of time.';


--
-- Name: idx_user_activities_user_occurred; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_user_activities_user_occurred ON public.user_activities USING btree (user_id, occurred_at DESC);


--
-- Name: INDEX idx_user_activities_user_occurred; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_user_activities_user_occurred IS 'Serves user_feed, newest first.';


--
-- Name: idx_users_api_key_hash; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX idx_users_api_key_hash ON public.users USING btree (api_key_hash) WHERE (api_key_hash IS NOT NULL);


--
-- Name: INDEX idx_users_api_key_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_users_api_key_hash IS 'Serves api_key_lookup, and keeps a key from two users; most have none and are not in it.';


--
-- Name: idx_users_email_active; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_users_email_active ON public.users USING btree (email) WHERE (is_active = true);


--
-- Name: INDEX idx_users_email_active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_users_email_active IS 'Serves login_by_email, as users_email_key does; smaller by the accounts that are closed.';


--
-- Name: idx_users_organization_role; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_users_organization_role ON public.team_memberships USING btree (organization_id, role);


--
-- Name: INDEX idx_users_organization_role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_users_organization_role IS 'Serves org_members_by_role. It lies on team_memberships, whatever its name suggests.';


--
-- Name: organizations_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organizations_created_by_idx ON public.organizations USING btree (created_by);


--
-- Name: INDEX organizations_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.organizations_created_by_idx IS 'Finds the organizations of a user when the user is to be deleted.';


--
-- Name: project_risks_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_risks_created_by_idx ON public.project_risks USING btree (created_by);


--
-- Name: INDEX project_risks_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.project_risks_created_by_idx IS 'Finds the risks entered by a user when the user is to be deleted.';


--
-- Name: project_risks_owner_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_risks_owner_id_idx ON public.project_risks USING btree (owner_id) WHERE (owner_id IS NOT NULL);


--
-- Name: INDEX project_risks_owner_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.project_risks_owner_id_idx IS 'Finds the risks watched by a user when the user is to be deleted.';


--
-- Name: project_risks_project_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_risks_project_id_status_idx ON public.project_risks USING btree (project_id, status);


--
-- Name: INDEX project_risks_project_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.project_risks_project_id_status_idx IS 'Serves risk_matrix and top_open_risks, and finds the risks of a project to be deleted.';


--
-- Name: projects_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_created_by_idx ON public.projects USING btree (created_by);


--
-- Name: INDEX projects_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.projects_created_by_idx IS 'Finds the projects of a user when the user is to be deleted.';


--
-- Name: requirements_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_created_by_idx ON public.requirements USING btree (created_by);


--
-- Name: INDEX requirements_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_created_by_idx IS 'Finds the requirements written by a user when the user is to be deleted.';


--
-- Name: requirements_one_current_version_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX requirements_one_current_version_key ON public.requirements USING btree (lineage_id) WHERE is_current_version;


--
-- Name: INDEX requirements_one_current_version_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_one_current_version_key IS 'One version of a requirement is in force: retire the old one before the new one comes.';


--
-- Name: requirements_parent_requirement_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_parent_requirement_id_idx ON public.requirements USING btree (parent_requirement_id) WHERE (parent_requirement_id IS NOT NULL);


--
-- Name: INDEX requirements_parent_requirement_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_parent_requirement_id_idx IS 'Serves requirement_children, and finds what refines a requirement to be deleted.';


--
-- Name: requirements_project_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_project_id_created_at_idx ON public.requirements USING btree (project_id, created_at DESC);


--
-- Name: INDEX requirements_project_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_project_id_created_at_idx IS 'Serves the history of a project''s requirements, and finds those of a project to be deleted.';


--
-- Name: requirements_related_requirements_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_related_requirements_idx ON public.requirements USING gin (related_requirements);


--
-- Name: INDEX requirements_related_requirements_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_related_requirements_idx IS 'Serves requirements_related_to: related_requirements @> an array of one.';


--
-- Name: requirements_search_vector_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_search_vector_idx ON public.requirements USING gin (search_vector);


--
-- Name: INDEX requirements_search_vector_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_search_vector_idx IS 'Serves search_requirements; new entries wait in a pending list until vacuum sorts them in.';


--
-- Name: requirements_stakeholder_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirements_stakeholder_id_idx ON public.requirements USING btree (stakeholder_id) WHERE (stakeholder_id IS NOT NULL);


--
-- Name: INDEX requirements_stakeholder_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.requirements_stakeholder_id_idx IS 'Finds what is demanded by a user when the user is to be deleted.';


--
-- Name: session_participants_user_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_participants_user_id_status_idx ON public.session_participants USING btree (user_id, status);


--
-- Name: INDEX session_participants_user_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.session_participants_user_id_status_idx IS 'Serves my_upcoming_sessions, and finds the invitations of a user to be deleted.';


--
-- Name: task_dependencies_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_dependencies_created_by_idx ON public.task_dependencies USING btree (created_by);


--
-- Name: INDEX task_dependencies_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.task_dependencies_created_by_idx IS 'Finds the dependencies that a user entered when the user is to be deleted.';


--
-- Name: task_dependencies_project_id_successor_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_dependencies_project_id_successor_id_idx ON public.task_dependencies USING btree (project_id, successor_id);


--
-- Name: INDEX task_dependencies_project_id_successor_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.task_dependencies_project_id_successor_id_idx IS 'Finds what a task waits for, and the dependencies of a successor that is deleted.';


--
-- Name: tasks_assigned_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_assigned_by_idx ON public.tasks USING btree (assigned_by) WHERE (assigned_by IS NOT NULL);


--
-- Name: INDEX tasks_assigned_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tasks_assigned_by_idx IS 'Finds what was assigned by a user when the user is to be deleted.';


--
-- Name: tasks_created_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_created_by_idx ON public.tasks USING btree (created_by);


--
-- Name: INDEX tasks_created_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tasks_created_by_idx IS 'Finds the tasks entered by a user when the user is to be deleted.';


--
-- Name: tasks_project_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_project_id_created_at_idx ON public.tasks USING btree (project_id, created_at DESC, id DESC);


--
-- Name: INDEX tasks_project_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tasks_project_id_created_at_idx IS 'Serves project_tasks_newest, page by page.';


--
-- Name: tasks_project_id_due_date_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_project_id_due_date_idx ON public.tasks USING btree (project_id, due_date) WHERE ((due_date IS NOT NULL) AND (status <> ALL (ARRAY['completed'::public.task_status_enum, 'cancelled'::public.task_status_enum, 'approved'::public.task_status_enum, 'rejected'::public.task_status_enum])));


--
-- Name: INDEX tasks_project_id_due_date_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tasks_project_id_due_date_idx IS 'Serves overdue_tasks; the query has to rule out ended tasks by the same literals.';


--
-- Name: tasks_project_id_sequence_order_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_project_id_sequence_order_idx ON public.tasks USING btree (project_id, sequence_order, id) WHERE (parent_task_id IS NULL);


--
-- Name: INDEX tasks_project_id_sequence_order_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tasks_project_id_sequence_order_idx IS 'Serves root_tasks: the top level, which idx_tasks_parent_sequence leaves out.';


--
-- Name: team_memberships_invited_by_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX team_memberships_invited_by_idx ON public.team_memberships USING btree (invited_by) WHERE (invited_by IS NOT NULL);


--
-- Name: INDEX team_memberships_invited_by_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.team_memberships_invited_by_idx IS 'Finds who was invited by a user when the user is to be deleted.';


--
-- Name: team_memberships_user_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX team_memberships_user_id_status_idx ON public.team_memberships USING btree (user_id, status) INCLUDE (organization_id, role);


--
-- Name: INDEX team_memberships_user_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.team_memberships_user_id_status_idx IS 'Serves my_organizations, approvals_waiting_for_me and every policy, from the index alone.';


--
-- Name: user_activities_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_activities_occurred_at_idx ON public.user_activities USING brin (occurred_at) WITH (autosummarize='on');


--
-- Name: INDEX user_activities_occurred_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.user_activities_occurred_at_idx IS 'Finds the days that retention deletes; a summary of pages, for entries lie in order of time.';


--
-- Name: user_activities_project_id_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_activities_project_id_occurred_at_idx ON public.user_activities USING btree (project_id, occurred_at DESC);


--
-- Name: INDEX user_activities_project_id_occurred_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.user_activities_project_id_occurred_at_idx IS 'Serves project_feed, acts of all types in order of time.';


--
-- Name: users_email_lower_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_email_lower_key ON public.users USING btree (lower((email)::text));
ALTER INDEX public.users_email_lower_key ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: INDEX users_email_lower_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_email_lower_key IS 'Serves login_case_insensitive; two addresses that differ in case only are one person''s.';


--
-- Name: users_search_vector_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_search_vector_idx ON public.users USING gin (search_vector);


--
-- Name: INDEX users_search_vector_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_search_vector_idx IS 'Serves search_users; new entries wait in a pending list until vacuum sorts them in.';


--
-- Name: users_username_lower_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_username_lower_key ON public.users USING btree (lower((username)::text));
ALTER INDEX public.users_username_lower_key ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: INDEX users_username_lower_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_username_lower_key IS 'Two handles that differ in case only would be taken for each other.';


--
-- Name: approval_requests_request_type_subject_type_stat; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.approval_requests_request_type_subject_type_stat (mcv) ON request_type, subject_type FROM public.approval_requests;


--
-- Name: STATISTICS approval_requests_request_type_subject_type_stat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON STATISTICS public.approval_requests_request_type_subject_type_stat IS 'The kind of request nearly follows from what it is about.';


--
-- Name: audit_logs_event_type_event_action_target_type_stat; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.audit_logs_event_type_event_action_target_type_stat (mcv) ON event_type, event_action, target_type FROM public.audit_logs;


--
-- Name: STATISTICS audit_logs_event_type_event_action_target_type_stat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON STATISTICS public.audit_logs_event_type_event_action_target_type_stat IS 'An action belongs to one type of event, and most types concern one table.';


--
-- Name: requirements_is_current_version_status_stat; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.requirements_is_current_version_status_stat (mcv) ON status, is_current_version FROM public.requirements;


--
-- Name: STATISTICS requirements_is_current_version_status_stat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON STATISTICS public.requirements_is_current_version_status_stat IS 'Earlier versions are in other states than current ones.';


--
-- Name: tasks_project_id_assigned_to_stat; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.tasks_project_id_assigned_to_stat (ndistinct) ON project_id, assigned_to FROM public.tasks;


--
-- Name: STATISTICS tasks_project_id_assigned_to_stat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON STATISTICS public.tasks_project_id_assigned_to_stat IS 'People work in few projects.';


--
-- Name: user_activities_user_id_project_id_stat; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.user_activities_user_id_project_id_stat (ndistinct) ON user_id, project_id FROM public.user_activities;


--
-- Name: STATISTICS user_activities_user_id_project_id_stat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON STATISTICS public.user_activities_user_id_project_id_stat IS 'People act in few projects.';


--
-- Name: approval_assignments _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.approval_assignments FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.approval_assignments IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: approval_requests _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.approval_requests FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.approval_requests IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: approval_responses _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.approval_responses FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.approval_responses IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: approval_workflows _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.approval_workflows FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.approval_workflows IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: architecture_decisions _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.architecture_decisions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.architecture_decisions IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: collaboration_sessions _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.collaboration_sessions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.collaboration_sessions IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: organizations _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.organizations IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: project_analytics _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.project_analytics FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.project_analytics IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: project_risks _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.project_risks FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.project_risks IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: projects _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.projects FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.projects IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: requirements _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.requirements FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.requirements IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: session_participants _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.session_participants FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.session_participants IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: task_dependencies _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.task_dependencies FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.task_dependencies IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: tasks _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.tasks IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: team_memberships _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.team_memberships FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.team_memberships IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: users _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.users IS 'Stamps updated_at on every update, even one that changes no value.';


--
-- Name: architecture_decisions _200_search_vector_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_insert BEFORE INSERT ON public.architecture_decisions FOR EACH ROW EXECUTE FUNCTION public.update_architecture_decision_search_vector();


--
-- Name: TRIGGER _200_search_vector_insert ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_insert ON public.architecture_decisions IS 'Fills search_vector of a new row, whatever the writer put there.';


--
-- Name: projects _200_search_vector_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_insert BEFORE INSERT ON public.projects FOR EACH ROW EXECUTE FUNCTION public.update_project_search_vector();


--
-- Name: TRIGGER _200_search_vector_insert ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_insert ON public.projects IS 'Fills search_vector of a new row, whatever the writer put there.';


--
-- Name: requirements _200_search_vector_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_insert BEFORE INSERT ON public.requirements FOR EACH ROW EXECUTE FUNCTION public.update_requirement_search_vector();


--
-- Name: TRIGGER _200_search_vector_insert ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_insert ON public.requirements IS 'Fills search_vector of a new row, whatever the writer put there.';


--
-- Name: tasks _200_search_vector_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_insert BEFORE INSERT ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.update_task_search_vector();


--
-- Name: TRIGGER _200_search_vector_insert ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_insert ON public.tasks IS 'Fills search_vector of a new row, whatever the writer put there.';


--
-- Name: users _200_search_vector_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_insert BEFORE INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.update_user_search_vector();


--
-- Name: TRIGGER _200_search_vector_insert ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_insert ON public.users IS 'Fills search_vector of a new row, whatever the writer put there.';


--
-- Name: architecture_decisions _200_search_vector_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_update BEFORE UPDATE ON public.architecture_decisions FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.description IS DISTINCT FROM new.description) OR (old.context IS DISTINCT FROM new.context) OR (old.decision IS DISTINCT FROM new.decision) OR (old.consequences IS DISTINCT FROM new.consequences))) EXECUTE FUNCTION public.update_architecture_decision_search_vector();


--
-- Name: TRIGGER _200_search_vector_update ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_update ON public.architecture_decisions IS 'Recomputes search_vector when title, description, context, decision or consequences changes.';


--
-- Name: projects _200_search_vector_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_update BEFORE UPDATE ON public.projects FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION public.update_project_search_vector();


--
-- Name: TRIGGER _200_search_vector_update ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_update ON public.projects IS 'Recomputes search_vector when name or description changes.';


--
-- Name: requirements _200_search_vector_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_update BEFORE UPDATE ON public.requirements FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION public.update_requirement_search_vector();


--
-- Name: TRIGGER _200_search_vector_update ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_update ON public.requirements IS 'Recomputes search_vector when title or description changes.';


--
-- Name: tasks _200_search_vector_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_update BEFORE UPDATE ON public.tasks FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION public.update_task_search_vector();


--
-- Name: TRIGGER _200_search_vector_update ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_update ON public.tasks IS 'Recomputes search_vector when title or description changes.';


--
-- Name: users _200_search_vector_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_search_vector_update BEFORE UPDATE ON public.users FOR EACH ROW WHEN ((((old.username)::text IS DISTINCT FROM (new.username)::text) OR ((old.display_name)::text IS DISTINCT FROM (new.display_name)::text) OR ((old.first_name)::text IS DISTINCT FROM (new.first_name)::text) OR ((old.last_name)::text IS DISTINCT FROM (new.last_name)::text))) EXECUTE FUNCTION public.update_user_search_vector();


--
-- Name: TRIGGER _200_search_vector_update ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _200_search_vector_update ON public.users IS 'Recomputes search_vector when username, display_name, first_name or last_name changes.';


--
-- Name: architecture_decisions _210_search_vector_guard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _210_search_vector_guard BEFORE UPDATE OF search_vector ON public.architecture_decisions FOR EACH ROW EXECUTE FUNCTION public.update_architecture_decision_search_vector();


--
-- Name: TRIGGER _210_search_vector_guard ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _210_search_vector_guard ON public.architecture_decisions IS 'Recomputes search_vector when a statement sets it, whatever it sets it to.';


--
-- Name: projects _210_search_vector_guard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _210_search_vector_guard BEFORE UPDATE OF search_vector ON public.projects FOR EACH ROW EXECUTE FUNCTION public.update_project_search_vector();


--
-- Name: TRIGGER _210_search_vector_guard ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _210_search_vector_guard ON public.projects IS 'Recomputes search_vector when a statement sets it, whatever it sets it to.';


--
-- Name: requirements _210_search_vector_guard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _210_search_vector_guard BEFORE UPDATE OF search_vector ON public.requirements FOR EACH ROW EXECUTE FUNCTION public.update_requirement_search_vector();


--
-- Name: TRIGGER _210_search_vector_guard ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _210_search_vector_guard ON public.requirements IS 'Recomputes search_vector when a statement sets it, whatever it sets it to.';


--
-- Name: tasks _210_search_vector_guard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _210_search_vector_guard BEFORE UPDATE OF search_vector ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.update_task_search_vector();


--
-- Name: TRIGGER _210_search_vector_guard ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _210_search_vector_guard ON public.tasks IS 'Recomputes search_vector when a statement sets it, whatever it sets it to.';


--
-- Name: users _210_search_vector_guard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _210_search_vector_guard BEFORE UPDATE OF search_vector ON public.users FOR EACH ROW EXECUTE FUNCTION public.update_user_search_vector();


--
-- Name: TRIGGER _210_search_vector_guard ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _210_search_vector_guard ON public.users IS 'Recomputes search_vector when a statement sets it, whatever it sets it to.';


--
-- Name: requirements _300_fill_lineage; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _300_fill_lineage BEFORE INSERT ON public.requirements FOR EACH ROW WHEN ((new.lineage_id IS NULL)) EXECUTE FUNCTION public.fill_requirement_lineage();


--
-- Name: TRIGGER _300_fill_lineage ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _300_fill_lineage ON public.requirements IS 'Starts a lineage with a requirement that names none.';


--
-- Name: approval_assignments _300_fill_requested_by; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _300_fill_requested_by BEFORE INSERT ON public.approval_assignments FOR EACH ROW EXECUTE FUNCTION public.fill_requested_by();


--
-- Name: TRIGGER _300_fill_requested_by ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _300_fill_requested_by ON public.approval_assignments IS 'Copies the requester of the request, so that a check can keep requester and approver apart.';


--
-- Name: approval_responses _300_fill_requested_by; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _300_fill_requested_by BEFORE INSERT ON public.approval_responses FOR EACH ROW EXECUTE FUNCTION public.fill_requested_by();


--
-- Name: TRIGGER _300_fill_requested_by ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _300_fill_requested_by ON public.approval_responses IS 'Copies the requester of the request, so that a check can keep requester and approver apart.';


--
-- Name: approval_assignments _310_fill_times; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times BEFORE INSERT OR UPDATE ON public.approval_assignments FOR EACH ROW WHEN ((((new.decision IS NOT NULL) AND (new.decided_at IS NULL)) OR ((new.delegated_to IS NOT NULL) AND (new.delegated_at IS NULL)))) EXECUTE FUNCTION public.fill_approval_assignment_times();


--
-- Name: TRIGGER _310_fill_times ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times ON public.approval_assignments IS 'Notes when a vote is cast or passed on.';


--
-- Name: project_risks _310_fill_times; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times BEFORE INSERT OR UPDATE ON public.project_risks FOR EACH ROW WHEN (((new.status = 'mitigated'::public.risk_status_enum) AND (new.mitigated_at IS NULL))) EXECUTE FUNCTION public.fill_project_risk_times();


--
-- Name: TRIGGER _310_fill_times ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times ON public.project_risks IS 'Notes when a risk becomes mitigated.';


--
-- Name: approval_requests _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.approval_requests FOR EACH ROW WHEN (((new.status <> ALL (ARRAY['pending'::public.approval_status_enum, 'in_review'::public.approval_status_enum])) AND (new.completed_at IS NULL))) EXECUTE FUNCTION public.fill_approval_request_times();


--
-- Name: TRIGGER _310_fill_times_insert ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.approval_requests IS 'Notes the time of a request that is entered as closed.';


--
-- Name: architecture_decisions _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.architecture_decisions FOR EACH ROW WHEN (((new.status <> ALL (ARRAY['proposed'::public.decision_status_enum, 'review'::public.decision_status_enum])) AND (new.decided_at IS NULL))) EXECUTE FUNCTION public.fill_architecture_decision_times();


--
-- Name: TRIGGER _310_fill_times_insert ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.architecture_decisions IS 'Notes the time of a decision that is entered as made.';


--
-- Name: collaboration_sessions _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.collaboration_sessions FOR EACH ROW WHEN (((new.status = 'in_progress'::public.session_status_enum) AND (new.actual_start IS NULL))) EXECUTE FUNCTION public.fill_collaboration_session_times();


--
-- Name: TRIGGER _310_fill_times_insert ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.collaboration_sessions IS 'Notes the beginning of a session that is entered as begun.';


--
-- Name: projects _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.projects FOR EACH ROW WHEN (((new.status = ANY (ARRAY['completed'::public.project_status_enum, 'cancelled'::public.project_status_enum])) AND (new.actual_end_date IS NULL))) EXECUTE FUNCTION public.fill_project_times();


--
-- Name: TRIGGER _310_fill_times_insert ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.projects IS 'Dates the end of a project that is entered as ended.';


--
-- Name: session_participants _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.session_participants FOR EACH ROW WHEN ((((new.status = ANY (ARRAY['joined'::public.participant_status_enum, 'left'::public.participant_status_enum])) AND (new.joined_at IS NULL)) OR ((new.status = 'left'::public.participant_status_enum) AND (new.left_at IS NULL)))) EXECUTE FUNCTION public.fill_session_participant_times();


--
-- Name: TRIGGER _310_fill_times_insert ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.session_participants IS 'Notes the times that the status of a new participant calls for.';


--
-- Name: tasks _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.tasks FOR EACH ROW WHEN ((((new.assigned_to IS NOT NULL) AND (new.assigned_at IS NULL)) OR ((new.status = 'in_progress'::public.task_status_enum) AND (new.started_at IS NULL)) OR ((new.status = 'completed'::public.task_status_enum) AND (new.completed_at IS NULL)))) EXECUTE FUNCTION public.fill_task_times();


--
-- Name: TRIGGER _310_fill_times_insert ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.tasks IS 'Notes the times that the status of a new task calls for and its writer left out.';


--
-- Name: team_memberships _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.team_memberships FOR EACH ROW WHEN (((new.status = 'invited'::public.membership_status_enum) OR ((new.status = 'active'::public.membership_status_enum) AND (new.joined_at IS NULL)) OR ((new.status = 'left'::public.membership_status_enum) AND (new.left_at IS NULL)))) EXECUTE FUNCTION public.fill_team_membership_times();


--
-- Name: TRIGGER _310_fill_times_insert ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.team_memberships IS 'Brings joined_at and left_at in step with the status of a new membership.';


--
-- Name: users _310_fill_times_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_insert BEFORE INSERT ON public.users FOR EACH ROW WHEN (((new.api_key_hash IS NOT NULL) AND (new.api_key_created_at IS NULL))) EXECUTE FUNCTION public.fill_user_times();


--
-- Name: TRIGGER _310_fill_times_insert ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_insert ON public.users IS 'Notes when the key of a new user was issued.';


--
-- Name: approval_requests _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.approval_requests FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_approval_request_times();


--
-- Name: TRIGGER _310_fill_times_update ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.approval_requests IS 'Notes when a request is closed, and forgets it when it is open again.';


--
-- Name: architecture_decisions _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.architecture_decisions FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_architecture_decision_times();


--
-- Name: TRIGGER _310_fill_times_update ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.architecture_decisions IS 'Notes when a decision is made, and forgets it when the question is open again.';


--
-- Name: collaboration_sessions _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.collaboration_sessions FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_collaboration_session_times();


--
-- Name: TRIGGER _310_fill_times_update ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.collaboration_sessions IS 'Notes when a session opens and closes.';


--
-- Name: projects _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.projects FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_project_times();


--
-- Name: TRIGGER _310_fill_times_update ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.projects IS 'Dates the end of a project that ends, and forgets it when it goes on.';


--
-- Name: session_participants _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.session_participants FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_session_participant_times();


--
-- Name: TRIGGER _310_fill_times_update ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.session_participants IS 'Notes when a participant comes and goes.';


--
-- Name: tasks _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.tasks FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) OR (old.assigned_to IS DISTINCT FROM new.assigned_to))) EXECUTE FUNCTION public.fill_task_times();


--
-- Name: TRIGGER _310_fill_times_update ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.tasks IS 'Notes the times that a new status or assignee calls for.';


--
-- Name: team_memberships _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.team_memberships FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.fill_team_membership_times();


--
-- Name: TRIGGER _310_fill_times_update ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.team_memberships IS 'Brings joined_at and left_at in step with a status that changes.';


--
-- Name: users _310_fill_times_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _310_fill_times_update BEFORE UPDATE ON public.users FOR EACH ROW WHEN ((((old.password_hash)::text <> (new.password_hash)::text) OR ((old.api_key_hash)::text IS DISTINCT FROM (new.api_key_hash)::text))) EXECUTE FUNCTION public.fill_user_times();


--
-- Name: TRIGGER _310_fill_times_update ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _310_fill_times_update ON public.users IS 'Notes when a password or a key is set.';


--
-- Name: user_activities _340_check_entity; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _340_check_entity AFTER INSERT ON public.user_activities FOR EACH ROW WHEN (((new.entity_id IS NOT NULL) AND (new.activity_type <> 'delete'::public.activity_type_enum))) EXECUTE FUNCTION public.check_activity_entity();


--
-- Name: TRIGGER _340_check_entity ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _340_check_entity ON public.user_activities IS 'What was acted upon is there, unless the act was to delete it.';


--
-- Name: requirements _340_check_related_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _340_check_related_insert AFTER INSERT ON public.requirements FOR EACH ROW WHEN ((cardinality(new.related_requirements) > 0)) EXECUTE FUNCTION public.check_related_requirements();


--
-- Name: TRIGGER _340_check_related_insert ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _340_check_related_insert ON public.requirements IS 'The requirements that a new one is related to are there.';


--
-- Name: requirements _340_check_related_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _340_check_related_update AFTER UPDATE ON public.requirements FOR EACH ROW WHEN (((cardinality(new.related_requirements) > 0) AND ((old.related_requirements <> new.related_requirements) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.check_related_requirements();


--
-- Name: TRIGGER _340_check_related_update ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _340_check_related_update ON public.requirements IS 'The requirements that one becomes related to are there.';


--
-- Name: approval_requests _340_check_subject_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _340_check_subject_insert AFTER INSERT ON public.approval_requests FOR EACH ROW EXECUTE FUNCTION public.check_approval_subject();


--
-- Name: TRIGGER _340_check_subject_insert ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _340_check_subject_insert ON public.approval_requests IS 'What is to be approved is there.';


--
-- Name: approval_requests _340_check_subject_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _340_check_subject_update AFTER UPDATE ON public.approval_requests FOR EACH ROW WHEN ((((old.subject_type)::text <> (new.subject_type)::text) OR (old.subject_id <> new.subject_id) OR (old.project_id <> new.project_id))) EXECUTE FUNCTION public.check_approval_subject();


--
-- Name: TRIGGER _340_check_subject_update ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _340_check_subject_update ON public.approval_requests IS 'What is to be approved instead is there.';


--
-- Name: architecture_decisions _380_guard_hierarchy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _380_guard_hierarchy AFTER UPDATE ON public.architecture_decisions FOR EACH ROW WHEN (((new.superseded_by IS NOT NULL) AND ((old.superseded_by IS DISTINCT FROM new.superseded_by) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.guard_hierarchy();


--
-- Name: TRIGGER _380_guard_hierarchy ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _380_guard_hierarchy ON public.architecture_decisions IS 'One writer after the other changes where a decision of a project hangs.';


--
-- Name: requirements _380_guard_hierarchy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _380_guard_hierarchy AFTER UPDATE ON public.requirements FOR EACH ROW WHEN (((new.parent_requirement_id IS NOT NULL) AND ((old.parent_requirement_id IS DISTINCT FROM new.parent_requirement_id) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.guard_hierarchy();


--
-- Name: TRIGGER _380_guard_hierarchy ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _380_guard_hierarchy ON public.requirements IS 'One writer after the other changes where a requirement of a project hangs.';


--
-- Name: task_dependencies _380_guard_hierarchy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _380_guard_hierarchy AFTER INSERT OR UPDATE ON public.task_dependencies FOR EACH ROW EXECUTE FUNCTION public.guard_hierarchy();


--
-- Name: TRIGGER _380_guard_hierarchy ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _380_guard_hierarchy ON public.task_dependencies IS 'One writer after the other changes the dependencies of a project.';


--
-- Name: tasks _380_guard_hierarchy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _380_guard_hierarchy AFTER UPDATE ON public.tasks FOR EACH ROW WHEN (((new.parent_task_id IS NOT NULL) AND ((old.parent_task_id IS DISTINCT FROM new.parent_task_id) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.guard_hierarchy();


--
-- Name: TRIGGER _380_guard_hierarchy ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _380_guard_hierarchy ON public.tasks IS 'One writer after the other changes where a task of a project hangs.';


--
-- Name: task_dependencies _390_refuse_circle; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle AFTER INSERT OR UPDATE ON public.task_dependencies FOR EACH ROW EXECUTE FUNCTION public.refuse_task_dependency_circle();


--
-- Name: TRIGGER _390_refuse_circle ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle ON public.task_dependencies IS 'No task waits for itself, however indirectly.';


--
-- Name: architecture_decisions _390_refuse_circle_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_insert AFTER INSERT ON public.architecture_decisions FOR EACH ROW WHEN ((new.superseded_by IS NOT NULL)) EXECUTE FUNCTION public.refuse_architecture_decision_circle();


--
-- Name: TRIGGER _390_refuse_circle_insert ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_insert ON public.architecture_decisions IS 'A new decision closes no circle with others of its statement.';


--
-- Name: requirements _390_refuse_circle_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_insert AFTER INSERT ON public.requirements FOR EACH ROW WHEN ((new.parent_requirement_id IS NOT NULL)) EXECUTE FUNCTION public.refuse_requirement_circle();


--
-- Name: TRIGGER _390_refuse_circle_insert ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_insert ON public.requirements IS 'A new requirement closes no circle with others of its statement.';


--
-- Name: tasks _390_refuse_circle_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_insert AFTER INSERT ON public.tasks FOR EACH ROW WHEN ((new.parent_task_id IS NOT NULL)) EXECUTE FUNCTION public.refuse_task_circle();


--
-- Name: TRIGGER _390_refuse_circle_insert ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_insert ON public.tasks IS 'A new task closes no circle with others of its statement.';


--
-- Name: architecture_decisions _390_refuse_circle_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_update AFTER UPDATE ON public.architecture_decisions FOR EACH ROW WHEN (((new.superseded_by IS NOT NULL) AND ((old.superseded_by IS DISTINCT FROM new.superseded_by) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.refuse_architecture_decision_circle();


--
-- Name: TRIGGER _390_refuse_circle_update ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_update ON public.architecture_decisions IS 'A decision that is hung elsewhere closes no circle.';


--
-- Name: requirements _390_refuse_circle_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_update AFTER UPDATE ON public.requirements FOR EACH ROW WHEN (((new.parent_requirement_id IS NOT NULL) AND ((old.parent_requirement_id IS DISTINCT FROM new.parent_requirement_id) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.refuse_requirement_circle();


--
-- Name: TRIGGER _390_refuse_circle_update ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_update ON public.requirements IS 'A requirement that is hung elsewhere closes no circle.';


--
-- Name: tasks _390_refuse_circle_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _390_refuse_circle_update AFTER UPDATE ON public.tasks FOR EACH ROW WHEN (((new.parent_task_id IS NOT NULL) AND ((old.parent_task_id IS DISTINCT FROM new.parent_task_id) OR (old.project_id <> new.project_id)))) EXECUTE FUNCTION public.refuse_task_circle();


--
-- Name: TRIGGER _390_refuse_circle_update ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _390_refuse_circle_update ON public.tasks IS 'A task that is hung elsewhere closes no circle.';


--
-- Name: approval_requests _500_guard_status; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_guard_status BEFORE UPDATE ON public.approval_requests FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.guard_status_transition();


--
-- Name: TRIGGER _500_guard_status ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _500_guard_status ON public.approval_requests IS 'Refuses a status that cannot follow the present one.';


--
-- Name: projects _500_guard_status; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_guard_status BEFORE UPDATE ON public.projects FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.guard_status_transition();


--
-- Name: TRIGGER _500_guard_status ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _500_guard_status ON public.projects IS 'Refuses a status that cannot follow the present one.';


--
-- Name: tasks _500_guard_status; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_guard_status BEFORE UPDATE ON public.tasks FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION public.guard_status_transition();


--
-- Name: TRIGGER _500_guard_status ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _500_guard_status ON public.tasks IS 'Refuses a status that cannot follow the present one.';


--
-- Name: approval_assignments _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.approval_assignments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.approval_assignments IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: approval_requests _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.approval_requests REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.approval_requests IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: approval_responses _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.approval_responses REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.approval_responses IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: approval_workflows _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.approval_workflows REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.approval_workflows IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: architecture_decisions _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.architecture_decisions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.architecture_decisions IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: collaboration_sessions _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.collaboration_sessions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.collaboration_sessions IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: organizations _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.organizations IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: project_analytics _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.project_analytics REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.project_analytics IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: project_risks _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.project_risks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.project_risks IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: projects _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.projects REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.projects IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: requirements _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.requirements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.requirements IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: session_participants _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.session_participants REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.session_participants IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: task_dependencies _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.task_dependencies REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.task_dependencies IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: tasks _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.tasks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.tasks IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: team_memberships _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.team_memberships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.team_memberships IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: users _800_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_delete AFTER DELETE ON public.users REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted_rows();


--
-- Name: TRIGGER _800_audit_delete ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_delete ON public.users IS 'Adds an entry to audit_logs for each row that a statement deleted.';


--
-- Name: approval_assignments _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.approval_assignments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.approval_assignments IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: approval_requests _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.approval_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.approval_requests IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: approval_responses _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.approval_responses REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.approval_responses IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: approval_workflows _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.approval_workflows REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.approval_workflows IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: architecture_decisions _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.architecture_decisions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.architecture_decisions IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: collaboration_sessions _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.collaboration_sessions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.collaboration_sessions IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: organizations _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.organizations IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: project_analytics _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.project_analytics REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.project_analytics IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: project_risks _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.project_risks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.project_risks IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: projects _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.projects REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.projects IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: requirements _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.requirements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.requirements IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: session_participants _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.session_participants REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.session_participants IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: task_dependencies _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.task_dependencies REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.task_dependencies IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: tasks _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.tasks IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: team_memberships _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.team_memberships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.team_memberships IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: users _800_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_insert AFTER INSERT ON public.users REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted_rows();


--
-- Name: TRIGGER _800_audit_insert ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_insert ON public.users IS 'Adds an entry to audit_logs for each row that a statement inserted.';


--
-- Name: approval_assignments _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.approval_assignments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_approval_assignments();


--
-- Name: TRIGGER _800_audit_update ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.approval_assignments IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: approval_requests _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.approval_requests REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_approval_requests();


--
-- Name: TRIGGER _800_audit_update ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.approval_requests IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: approval_responses _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.approval_responses REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_approval_responses();


--
-- Name: TRIGGER _800_audit_update ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.approval_responses IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: approval_workflows _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.approval_workflows REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_approval_workflows();


--
-- Name: TRIGGER _800_audit_update ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.approval_workflows IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: architecture_decisions _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.architecture_decisions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_architecture_decisions();


--
-- Name: TRIGGER _800_audit_update ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.architecture_decisions IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: collaboration_sessions _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.collaboration_sessions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_collaboration_sessions();


--
-- Name: TRIGGER _800_audit_update ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.collaboration_sessions IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: organizations _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_organizations();


--
-- Name: TRIGGER _800_audit_update ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.organizations IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: project_analytics _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.project_analytics REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_project_analytics();


--
-- Name: TRIGGER _800_audit_update ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.project_analytics IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: project_risks _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.project_risks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_project_risks();


--
-- Name: TRIGGER _800_audit_update ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.project_risks IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: projects _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.projects REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_projects();


--
-- Name: TRIGGER _800_audit_update ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.projects IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: requirements _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.requirements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_requirements();


--
-- Name: TRIGGER _800_audit_update ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.requirements IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: session_participants _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.session_participants REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_session_participants();


--
-- Name: TRIGGER _800_audit_update ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.session_participants IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: task_dependencies _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.task_dependencies REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_task_dependencies();


--
-- Name: TRIGGER _800_audit_update ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.task_dependencies IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: tasks _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.tasks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_tasks();


--
-- Name: TRIGGER _800_audit_update ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.tasks IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: team_memberships _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.team_memberships REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_team_memberships();


--
-- Name: TRIGGER _800_audit_update ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.team_memberships IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: users _800_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _800_audit_update AFTER UPDATE ON public.users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_updated_users();


--
-- Name: TRIGGER _800_audit_update ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _800_audit_update ON public.users IS 'Adds an entry to audit_logs for each row that a statement updated.';


--
-- Name: audit_logs _810_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _810_append_only BEFORE UPDATE OR TRUNCATE ON public.audit_logs FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_log_change();

ALTER TABLE public.audit_logs ENABLE ALWAYS TRIGGER _810_append_only;


--
-- Name: TRIGGER _810_append_only ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _810_append_only ON public.audit_logs IS 'Refuses to change entries or to empty the log, whoever asks.';


--
-- Name: audit_retirements _810_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _810_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_retirements FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_log_change();

ALTER TABLE public.audit_retirements ENABLE ALWAYS TRIGGER _810_append_only;


--
-- Name: TRIGGER _810_append_only ON audit_retirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _810_append_only ON public.audit_retirements IS 'Refuses to change or delete the record of retention, whoever asks.';


--
-- Name: audit_seals _810_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _810_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_log_change();

ALTER TABLE public.audit_seals ENABLE ALWAYS TRIGGER _810_append_only;


--
-- Name: TRIGGER _810_append_only ON audit_seals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _810_append_only ON public.audit_seals IS 'Refuses to change or delete seals, whoever asks.';


--
-- Name: audit_logs _811_retired_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _811_retired_only AFTER DELETE ON public.audit_logs REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_early_deletion();

ALTER TABLE public.audit_logs ENABLE ALWAYS TRIGGER _811_retired_only;


--
-- Name: TRIGGER _811_retired_only ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _811_retired_only ON public.audit_logs IS 'Refuses to delete entries, whoever asks, unless their seal is retired.';


--
-- Name: approval_assignments approval_assignments_approver_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES public.users(id);


--
-- Name: approval_assignments approval_assignments_delegated_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_delegated_to_fkey FOREIGN KEY (delegated_to) REFERENCES public.users(id);


--
-- Name: approval_assignments approval_assignments_request_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.approval_requests(id) ON DELETE CASCADE;


--
-- Name: approval_assignments approval_assignments_requested_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_assignments
    ADD CONSTRAINT approval_assignments_requested_by_fkey FOREIGN KEY (request_id, requested_by) REFERENCES public.approval_requests(id, requested_by) ON UPDATE CASCADE ON DELETE CASCADE;


--
-- Name: CONSTRAINT approval_assignments_requested_by_fkey ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_assignments_requested_by_fkey ON public.approval_assignments IS 'Keeps the copy equal to the original, also when the original changes.';


--
-- Name: approval_requests approval_requests_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: approval_requests approval_requests_project_id_workflow_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_project_id_workflow_id_fkey FOREIGN KEY (project_id, workflow_id) REFERENCES public.approval_workflows(project_id, id);


--
-- Name: CONSTRAINT approval_requests_project_id_workflow_id_fkey ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_requests_project_id_workflow_id_fkey ON public.approval_requests IS 'A request follows a workflow of its own project.';


--
-- Name: approval_requests approval_requests_requested_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.users(id);


--
-- Name: approval_requests approval_requests_workflow_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES public.approval_workflows(id);


--
-- Name: approval_responses approval_responses_approver_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_responses
    ADD CONSTRAINT approval_responses_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES public.users(id);


--
-- Name: approval_responses approval_responses_request_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_responses
    ADD CONSTRAINT approval_responses_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.approval_requests(id) ON DELETE CASCADE;


--
-- Name: approval_responses approval_responses_requested_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_responses
    ADD CONSTRAINT approval_responses_requested_by_fkey FOREIGN KEY (request_id, requested_by) REFERENCES public.approval_requests(id, requested_by) ON UPDATE CASCADE ON DELETE CASCADE;


--
-- Name: CONSTRAINT approval_responses_requested_by_fkey ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT approval_responses_requested_by_fkey ON public.approval_responses IS 'Keeps the copy equal to the original, also when the original changes.';


--
-- Name: approval_workflows approval_workflows_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_workflows
    ADD CONSTRAINT approval_workflows_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: approval_workflows approval_workflows_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_workflows
    ADD CONSTRAINT approval_workflows_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: architecture_decisions architecture_decisions_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: architecture_decisions architecture_decisions_decided_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);


--
-- Name: architecture_decisions architecture_decisions_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: architecture_decisions architecture_decisions_project_id_superseded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_project_id_superseded_by_fkey FOREIGN KEY (project_id, superseded_by) REFERENCES public.architecture_decisions(project_id, id);


--
-- Name: CONSTRAINT architecture_decisions_project_id_superseded_by_fkey ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT architecture_decisions_project_id_superseded_by_fkey ON public.architecture_decisions IS 'A decision is superseded within its project.';


--
-- Name: architecture_decisions architecture_decisions_superseded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES public.architecture_decisions(id);


--
-- Name: audit_logs audit_logs_impersonated_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_impersonated_by_fkey FOREIGN KEY (impersonated_by) REFERENCES public.users(id) NOT ENFORCED;


--
-- Name: CONSTRAINT audit_logs_impersonated_by_fkey ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_impersonated_by_fkey ON public.audit_logs IS 'Says what the column means and is not enforced: entries outlive the user.';


--
-- Name: audit_logs audit_logs_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) NOT ENFORCED;


--
-- Name: CONSTRAINT audit_logs_organization_id_fkey ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_organization_id_fkey ON public.audit_logs IS 'Says what the column means and is not enforced: entries outlive the organization.';


--
-- Name: audit_logs audit_logs_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) NOT ENFORCED;


--
-- Name: CONSTRAINT audit_logs_project_id_fkey ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_project_id_fkey ON public.audit_logs IS 'Says what the column means and is not enforced: entries outlive the project.';


--
-- Name: audit_logs audit_logs_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) NOT ENFORCED;


--
-- Name: CONSTRAINT audit_logs_user_id_fkey ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT audit_logs_user_id_fkey ON public.audit_logs IS 'Says what the column means and is not enforced: entries outlive the user.';


--
-- Name: audit_retirements audit_retirements_entries_until_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_retirements
    ADD CONSTRAINT audit_retirements_entries_until_fkey FOREIGN KEY (entries_until) REFERENCES public.audit_seals(entries_until);


--
-- Name: audit_retirements audit_retirements_seal_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_retirements
    ADD CONSTRAINT audit_retirements_seal_number_fkey FOREIGN KEY (seal_number) REFERENCES public.audit_seals(seal_number);


--
-- Name: collaboration_sessions collaboration_sessions_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaboration_sessions
    ADD CONSTRAINT collaboration_sessions_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: collaboration_sessions collaboration_sessions_facilitator_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaboration_sessions
    ADD CONSTRAINT collaboration_sessions_facilitator_id_fkey FOREIGN KEY (facilitator_id) REFERENCES public.users(id);


--
-- Name: collaboration_sessions collaboration_sessions_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaboration_sessions
    ADD CONSTRAINT collaboration_sessions_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: hierarchy_guards hierarchy_guards_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hierarchy_guards
    ADD CONSTRAINT hierarchy_guards_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: organizations organizations_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: project_analytics project_analytics_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_analytics
    ADD CONSTRAINT project_analytics_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: project_risks project_risks_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_risks
    ADD CONSTRAINT project_risks_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: project_risks project_risks_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_risks
    ADD CONSTRAINT project_risks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);


--
-- Name: project_risks project_risks_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_risks
    ADD CONSTRAINT project_risks_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: projects projects_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: projects projects_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: requirements requirements_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: requirements requirements_parent_requirement_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_parent_requirement_id_fkey FOREIGN KEY (parent_requirement_id) REFERENCES public.requirements(id);


--
-- Name: requirements requirements_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: requirements requirements_project_id_lineage_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_project_id_lineage_id_fkey FOREIGN KEY (project_id, lineage_id) REFERENCES public.requirements(project_id, id);


--
-- Name: CONSTRAINT requirements_project_id_lineage_id_fkey ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_project_id_lineage_id_fkey ON public.requirements IS 'All versions of a requirement belong to one project, and the first is kept while others are.';


--
-- Name: requirements requirements_project_id_parent_requirement_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_project_id_parent_requirement_id_fkey FOREIGN KEY (project_id, parent_requirement_id) REFERENCES public.requirements(project_id, id);


--
-- Name: CONSTRAINT requirements_project_id_parent_requirement_id_fkey ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT requirements_project_id_parent_requirement_id_fkey ON public.requirements IS 'A requirement and those that refine it belong to one project.';


--
-- Name: requirements requirements_stakeholder_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_stakeholder_id_fkey FOREIGN KEY (stakeholder_id) REFERENCES public.users(id);


--
-- Name: session_participants session_participants_session_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_participants
    ADD CONSTRAINT session_participants_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.collaboration_sessions(id) ON DELETE CASCADE;


--
-- Name: session_participants session_participants_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_participants
    ADD CONSTRAINT session_participants_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: task_dependencies task_dependencies_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_dependencies
    ADD CONSTRAINT task_dependencies_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: task_dependencies task_dependencies_predecessor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_dependencies
    ADD CONSTRAINT task_dependencies_predecessor_id_fkey FOREIGN KEY (project_id, predecessor_id) REFERENCES public.tasks(project_id, id) ON DELETE CASCADE;


--
-- Name: CONSTRAINT task_dependencies_predecessor_id_fkey ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT task_dependencies_predecessor_id_fkey ON public.task_dependencies IS 'The predecessor exists and belongs to the project.';


--
-- Name: task_dependencies task_dependencies_successor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_dependencies
    ADD CONSTRAINT task_dependencies_successor_id_fkey FOREIGN KEY (project_id, successor_id) REFERENCES public.tasks(project_id, id) ON DELETE CASCADE;


--
-- Name: CONSTRAINT task_dependencies_successor_id_fkey ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT task_dependencies_successor_id_fkey ON public.task_dependencies IS 'The successor exists and belongs to the project.';


--
-- Name: tasks tasks_assigned_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES public.users(id);


--
-- Name: tasks tasks_assigned_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.users(id);


--
-- Name: tasks tasks_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);


--
-- Name: tasks tasks_parent_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_parent_task_id_fkey FOREIGN KEY (parent_task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;


--
-- Name: tasks tasks_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: tasks tasks_project_id_parent_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_project_id_parent_task_id_fkey FOREIGN KEY (project_id, parent_task_id) REFERENCES public.tasks(project_id, id) ON DELETE CASCADE;


--
-- Name: CONSTRAINT tasks_project_id_parent_task_id_fkey ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT tasks_project_id_parent_task_id_fkey ON public.tasks IS 'A task and its parts belong to one project.';


--
-- Name: team_memberships team_memberships_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team_memberships
    ADD CONSTRAINT team_memberships_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.users(id);


--
-- Name: team_memberships team_memberships_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team_memberships
    ADD CONSTRAINT team_memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;


--
-- Name: team_memberships team_memberships_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team_memberships
    ADD CONSTRAINT team_memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: user_activities user_activities_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_activities
    ADD CONSTRAINT user_activities_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


--
-- Name: user_activities user_activities_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_activities
    ADD CONSTRAINT user_activities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: approval_assignments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.approval_assignments ENABLE ROW LEVEL SECURITY;

--
-- Name: approval_assignments approval_assignments_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_assignments_app_insert ON public.approval_assignments FOR INSERT TO bduf_app WITH CHECK (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND (approver_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])) AND ((delegated_to IS NULL) OR (delegated_to = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND (decision IS NULL)));


--
-- Name: POLICY approval_assignments_app_insert ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_assignments_app_insert ON public.approval_assignments IS 'Colleagues are asked, about visible requests; nobody enters a vote for them.';


--
-- Name: approval_assignments approval_assignments_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_assignments_app_update ON public.approval_assignments FOR UPDATE TO bduf_app USING (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND ((( SELECT public.current_user_id() AS current_user_id) = approver_id) OR (( SELECT public.current_user_id() AS current_user_id) = delegated_to)))) WITH CHECK (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND ((( SELECT public.current_user_id() AS current_user_id) = approver_id) OR (( SELECT public.current_user_id() AS current_user_id) = delegated_to)) AND ((delegated_to IS NULL) OR (delegated_to = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY approval_assignments_app_update ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_assignments_app_update ON public.approval_assignments IS 'One votes, or passes the vote on to a colleague.';


--
-- Name: approval_assignments approval_assignments_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_assignments_platform_all ON public.approval_assignments TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY approval_assignments_platform_all ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_assignments_platform_all ON public.approval_assignments IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: approval_assignments approval_assignments_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_assignments_readonly_select ON public.approval_assignments FOR SELECT TO bduf_readonly USING ((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])));


--
-- Name: POLICY approval_assignments_readonly_select ON approval_assignments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_assignments_readonly_select ON public.approval_assignments IS 'Assignments of the requests that one sees.';


--
-- Name: approval_requests; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.approval_requests ENABLE ROW LEVEL SECURITY;

--
-- Name: approval_requests approval_requests_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_requests_app_insert ON public.approval_requests FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (requested_by = ( SELECT public.current_user_id() AS current_user_id)) AND (workflow_id IN ( SELECT workflow.id
   FROM public.approval_workflows workflow
  WHERE (workflow.project_id = approval_requests.project_id)))));


--
-- Name: POLICY approval_requests_app_insert ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_requests_app_insert ON public.approval_requests IS 'Asked in one''s own name, under a workflow of the same visible project.';


--
-- Name: approval_requests approval_requests_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_requests_app_update ON public.approval_requests FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY approval_requests_app_update ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_requests_app_update ON public.approval_requests IS 'Moved on by whoever sees it.';


--
-- Name: approval_requests approval_requests_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_requests_platform_all ON public.approval_requests TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY approval_requests_platform_all ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_requests_platform_all ON public.approval_requests IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: approval_requests approval_requests_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_requests_readonly_select ON public.approval_requests FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY approval_requests_readonly_select ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_requests_readonly_select ON public.approval_requests IS 'Requests of the projects that one sees.';


--
-- Name: approval_responses; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.approval_responses ENABLE ROW LEVEL SECURITY;

--
-- Name: approval_responses approval_responses_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_responses_app_insert ON public.approval_responses FOR INSERT TO bduf_app WITH CHECK (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND (approver_id = ( SELECT public.current_user_id() AS current_user_id))));


--
-- Name: POLICY approval_responses_app_insert ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_responses_app_insert ON public.approval_responses IS 'One answers visible requests, for oneself.';


--
-- Name: approval_responses approval_responses_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_responses_app_update ON public.approval_responses FOR UPDATE TO bduf_app USING (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND (approver_id = ( SELECT public.current_user_id() AS current_user_id)))) WITH CHECK (((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND (approver_id = ( SELECT public.current_user_id() AS current_user_id))));


--
-- Name: POLICY approval_responses_app_update ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_responses_app_update ON public.approval_responses IS 'A change of mind changes one''s own answer.';


--
-- Name: approval_responses approval_responses_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_responses_platform_all ON public.approval_responses TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY approval_responses_platform_all ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_responses_platform_all ON public.approval_responses IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: approval_responses approval_responses_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_responses_readonly_select ON public.approval_responses FOR SELECT TO bduf_readonly USING ((request_id = ANY (( SELECT public.current_approval_request_ids() AS current_approval_request_ids)::uuid[])));


--
-- Name: POLICY approval_responses_readonly_select ON approval_responses; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_responses_readonly_select ON public.approval_responses IS 'Answers to the requests that one sees.';


--
-- Name: approval_workflows; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.approval_workflows ENABLE ROW LEVEL SECURITY;

--
-- Name: approval_workflows approval_workflows_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_workflows_app_delete ON public.approval_workflows FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY approval_workflows_app_delete ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_workflows_app_delete ON public.approval_workflows IS 'Deleted by whoever sees it; requests that follow it refuse that.';


--
-- Name: approval_workflows approval_workflows_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_workflows_app_insert ON public.approval_workflows FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id))));


--
-- Name: POLICY approval_workflows_app_insert ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_workflows_app_insert ON public.approval_workflows IS 'Set up in one''s own name, in a visible project.';


--
-- Name: approval_workflows approval_workflows_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_workflows_app_update ON public.approval_workflows FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY approval_workflows_app_update ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_workflows_app_update ON public.approval_workflows IS 'Changed by whoever sees it.';


--
-- Name: approval_workflows approval_workflows_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_workflows_platform_all ON public.approval_workflows TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY approval_workflows_platform_all ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_workflows_platform_all ON public.approval_workflows IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: approval_workflows approval_workflows_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY approval_workflows_readonly_select ON public.approval_workflows FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY approval_workflows_readonly_select ON approval_workflows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY approval_workflows_readonly_select ON public.approval_workflows IS 'Workflows of the projects that one sees.';


--
-- Name: architecture_decisions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.architecture_decisions ENABLE ROW LEVEL SECURITY;

--
-- Name: architecture_decisions architecture_decisions_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY architecture_decisions_app_delete ON public.architecture_decisions FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY architecture_decisions_app_delete ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY architecture_decisions_app_delete ON public.architecture_decisions IS 'Deleted by whoever sees it.';


--
-- Name: architecture_decisions architecture_decisions_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY architecture_decisions_app_insert ON public.architecture_decisions FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((decided_by IS NULL) OR (decided_by = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((superseded_by IS NULL) OR public.decision_is_in_project(superseded_by, project_id))));


--
-- Name: POLICY architecture_decisions_app_insert ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY architecture_decisions_app_insert ON public.architecture_decisions IS 'Entered in one''s own name, in a visible project.';


--
-- Name: architecture_decisions architecture_decisions_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY architecture_decisions_app_update ON public.architecture_decisions FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND ((decided_by IS NULL) OR (decided_by = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((superseded_by IS NULL) OR public.decision_is_in_project(superseded_by, project_id))));


--
-- Name: POLICY architecture_decisions_app_update ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY architecture_decisions_app_update ON public.architecture_decisions IS 'Changed by whoever sees it; people and decisions that it names must be visible.';


--
-- Name: architecture_decisions architecture_decisions_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY architecture_decisions_platform_all ON public.architecture_decisions TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY architecture_decisions_platform_all ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY architecture_decisions_platform_all ON public.architecture_decisions IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: architecture_decisions architecture_decisions_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY architecture_decisions_readonly_select ON public.architecture_decisions FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY architecture_decisions_readonly_select ON architecture_decisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY architecture_decisions_readonly_select ON public.architecture_decisions IS 'Decisions of the projects that one sees.';


--
-- Name: audit_logs; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_logs audit_logs_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_logs_platform_all ON public.audit_logs TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY audit_logs_platform_all ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY audit_logs_platform_all ON public.audit_logs IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: audit_logs audit_logs_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_logs_readonly_select ON public.audit_logs FOR SELECT TO bduf_readonly USING (((organization_id = ANY (( SELECT public.current_organization_ids() AS current_organization_ids)::uuid[])) OR ((organization_id IS NULL) AND (project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])))));


--
-- Name: POLICY audit_logs_readonly_select ON audit_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY audit_logs_readonly_select ON public.audit_logs IS 'Events in one''s organizations and personal projects.';


--
-- Name: audit_retirements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_retirements ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_retirements audit_retirements_owner_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_retirements_owner_all ON public.audit_retirements TO bduf_owner USING (true) WITH CHECK (true);


--
-- Name: POLICY audit_retirements_owner_all ON audit_retirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY audit_retirements_owner_all ON public.audit_retirements IS 'Functions that run as the owner note which entries they removed.';


--
-- Name: audit_seals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_seals audit_seals_monitor_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_seals_monitor_select ON public.audit_seals FOR SELECT TO pg_monitor USING (true);


--
-- Name: POLICY audit_seals_monitor_select ON audit_seals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY audit_seals_monitor_select ON public.audit_seals IS 'Who monitors the server sees when the log was last sealed; seals say nothing about anybody.';


--
-- Name: audit_seals audit_seals_owner_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_seals_owner_all ON public.audit_seals TO bduf_owner USING (true) WITH CHECK (true);


--
-- Name: POLICY audit_seals_owner_all ON audit_seals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY audit_seals_owner_all ON public.audit_seals IS 'Functions that run as the owner seal the log and check the seals.';


--
-- Name: collaboration_sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaboration_sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: collaboration_sessions collaboration_sessions_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY collaboration_sessions_app_delete ON public.collaboration_sessions FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY collaboration_sessions_app_delete ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY collaboration_sessions_app_delete ON public.collaboration_sessions IS 'Deleted, with its guest list, by whoever sees it.';


--
-- Name: collaboration_sessions collaboration_sessions_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY collaboration_sessions_app_insert ON public.collaboration_sessions FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((facilitator_id IS NULL) OR (facilitator_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY collaboration_sessions_app_insert ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY collaboration_sessions_app_insert ON public.collaboration_sessions IS 'Called in one''s own name, in a visible project, led by a colleague.';


--
-- Name: collaboration_sessions collaboration_sessions_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY collaboration_sessions_app_update ON public.collaboration_sessions FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND ((facilitator_id IS NULL) OR (facilitator_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY collaboration_sessions_app_update ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY collaboration_sessions_app_update ON public.collaboration_sessions IS 'Changed by whoever sees it; who leads must be a colleague.';


--
-- Name: collaboration_sessions collaboration_sessions_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY collaboration_sessions_platform_all ON public.collaboration_sessions TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY collaboration_sessions_platform_all ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY collaboration_sessions_platform_all ON public.collaboration_sessions IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: collaboration_sessions collaboration_sessions_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY collaboration_sessions_readonly_select ON public.collaboration_sessions FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY collaboration_sessions_readonly_select ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY collaboration_sessions_readonly_select ON public.collaboration_sessions IS 'Sessions of the projects that one sees.';


--
-- Name: hierarchy_guards; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.hierarchy_guards ENABLE ROW LEVEL SECURITY;

--
-- Name: hierarchy_guards hierarchy_guards_owner_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY hierarchy_guards_owner_all ON public.hierarchy_guards TO bduf_owner USING (true) WITH CHECK (true);


--
-- Name: POLICY hierarchy_guards_owner_all ON hierarchy_guards; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY hierarchy_guards_owner_all ON public.hierarchy_guards IS 'Triggers that run as the owner take and hold the guards.';


--
-- Name: organizations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.organizations ENABLE ROW LEVEL SECURITY;

--
-- Name: organizations organizations_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY organizations_app_update ON public.organizations FOR UPDATE TO bduf_app USING ((id = ANY (( SELECT public.current_administered_organization_ids() AS current_administered_organization_ids)::uuid[]))) WITH CHECK ((id = ANY (( SELECT public.current_administered_organization_ids() AS current_administered_organization_ids)::uuid[])));


--
-- Name: POLICY organizations_app_update ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY organizations_app_update ON public.organizations IS 'Administrators keep their organization''s own data.';


--
-- Name: organizations organizations_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY organizations_platform_all ON public.organizations TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY organizations_platform_all ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY organizations_platform_all ON public.organizations IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: organizations organizations_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY organizations_readonly_select ON public.organizations FOR SELECT TO bduf_readonly USING ((id = ANY (( SELECT public.current_organization_ids() AS current_organization_ids)::uuid[])));


--
-- Name: POLICY organizations_readonly_select ON organizations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY organizations_readonly_select ON public.organizations IS 'Members see their organization.';


--
-- Name: project_analytics; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.project_analytics ENABLE ROW LEVEL SECURITY;

--
-- Name: project_analytics project_analytics_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_analytics_platform_all ON public.project_analytics TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY project_analytics_platform_all ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_analytics_platform_all ON public.project_analytics IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: project_analytics project_analytics_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_analytics_readonly_select ON public.project_analytics FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY project_analytics_readonly_select ON project_analytics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_analytics_readonly_select ON public.project_analytics IS 'Snapshots of the projects that one sees.';


--
-- Name: project_risks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.project_risks ENABLE ROW LEVEL SECURITY;

--
-- Name: project_risks project_risks_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_risks_app_delete ON public.project_risks FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY project_risks_app_delete ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_risks_app_delete ON public.project_risks IS 'Deleted by whoever sees it.';


--
-- Name: project_risks project_risks_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_risks_app_insert ON public.project_risks FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((owner_id IS NULL) OR (owner_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY project_risks_app_insert ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_risks_app_insert ON public.project_risks IS 'Entered in one''s own name, in a visible project, watched by a colleague.';


--
-- Name: project_risks project_risks_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_risks_app_update ON public.project_risks FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND ((owner_id IS NULL) OR (owner_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY project_risks_app_update ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_risks_app_update ON public.project_risks IS 'Changed by whoever sees it; who watches it must be a colleague.';


--
-- Name: project_risks project_risks_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_risks_platform_all ON public.project_risks TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY project_risks_platform_all ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_risks_platform_all ON public.project_risks IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: project_risks project_risks_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY project_risks_readonly_select ON public.project_risks FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY project_risks_readonly_select ON project_risks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY project_risks_readonly_select ON public.project_risks IS 'Risks of the projects that one sees.';


--
-- Name: projects; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.projects ENABLE ROW LEVEL SECURITY;

--
-- Name: projects projects_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY projects_app_insert ON public.projects FOR INSERT TO bduf_app WITH CHECK (((created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((organization_id IS NULL) OR (organization_id = ANY (( SELECT public.current_organization_ids() AS current_organization_ids)::uuid[])))));


--
-- Name: POLICY projects_app_insert ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY projects_app_insert ON public.projects IS 'Started in one''s own name, within an organization of one''s own or in none.';


--
-- Name: projects projects_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY projects_app_update ON public.projects FOR UPDATE TO bduf_app USING ((id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK ((id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY projects_app_update ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY projects_app_update ON public.projects IS 'Members change the projects that they see.';


--
-- Name: projects projects_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY projects_platform_all ON public.projects TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY projects_platform_all ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY projects_platform_all ON public.projects IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: projects projects_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY projects_readonly_select ON public.projects FOR SELECT TO bduf_readonly USING (((organization_id = ANY (( SELECT public.current_organization_ids() AS current_organization_ids)::uuid[])) OR ((organization_id IS NULL) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)))));


--
-- Name: POLICY projects_readonly_select ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY projects_readonly_select ON public.projects IS 'Projects of one''s organizations, and one''s personal ones.';


--
-- Name: requirements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.requirements ENABLE ROW LEVEL SECURITY;

--
-- Name: requirements requirements_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY requirements_app_delete ON public.requirements FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY requirements_app_delete ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY requirements_app_delete ON public.requirements IS 'Deleted by whoever sees it.';


--
-- Name: requirements requirements_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY requirements_app_insert ON public.requirements FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((stakeholder_id IS NULL) OR (stakeholder_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_requirement_id IS NULL) OR public.requirement_is_in_project(parent_requirement_id, project_id)) AND ((lineage_id = id) OR public.requirement_is_in_project(lineage_id, project_id))));


--
-- Name: POLICY requirements_app_insert ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY requirements_app_insert ON public.requirements IS 'Entered in one''s own name, in a visible project, beside visible requirements.';


--
-- Name: requirements requirements_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY requirements_app_update ON public.requirements FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND ((stakeholder_id IS NULL) OR (stakeholder_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_requirement_id IS NULL) OR public.requirement_is_in_project(parent_requirement_id, project_id))));


--
-- Name: POLICY requirements_app_update ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY requirements_app_update ON public.requirements IS 'Changed by whoever sees it; people and requirements that it names must be visible.';


--
-- Name: requirements requirements_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY requirements_platform_all ON public.requirements TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY requirements_platform_all ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY requirements_platform_all ON public.requirements IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: requirements requirements_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY requirements_readonly_select ON public.requirements FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY requirements_readonly_select ON requirements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY requirements_readonly_select ON public.requirements IS 'Requirements of the projects that one sees.';


--
-- Name: session_participants; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.session_participants ENABLE ROW LEVEL SECURITY;

--
-- Name: session_participants session_participants_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY session_participants_app_delete ON public.session_participants FOR DELETE TO bduf_app USING ((session_id = ANY (( SELECT public.current_session_ids() AS current_session_ids)::uuid[])));


--
-- Name: POLICY session_participants_app_delete ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY session_participants_app_delete ON public.session_participants IS 'Taken off the list by whoever sees the session.';


--
-- Name: session_participants session_participants_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY session_participants_app_insert ON public.session_participants FOR INSERT TO bduf_app WITH CHECK (((session_id = ANY (( SELECT public.current_session_ids() AS current_session_ids)::uuid[])) AND (user_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))));


--
-- Name: POLICY session_participants_app_insert ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY session_participants_app_insert ON public.session_participants IS 'Colleagues are invited, to visible sessions.';


--
-- Name: session_participants session_participants_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY session_participants_app_update ON public.session_participants FOR UPDATE TO bduf_app USING ((session_id = ANY (( SELECT public.current_session_ids() AS current_session_ids)::uuid[]))) WITH CHECK ((session_id = ANY (( SELECT public.current_session_ids() AS current_session_ids)::uuid[])));


--
-- Name: POLICY session_participants_app_update ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY session_participants_app_update ON public.session_participants IS 'Changed by whoever sees the session.';


--
-- Name: session_participants session_participants_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY session_participants_platform_all ON public.session_participants TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY session_participants_platform_all ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY session_participants_platform_all ON public.session_participants IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: session_participants session_participants_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY session_participants_readonly_select ON public.session_participants FOR SELECT TO bduf_readonly USING ((session_id = ANY (( SELECT public.current_session_ids() AS current_session_ids)::uuid[])));


--
-- Name: POLICY session_participants_readonly_select ON session_participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY session_participants_readonly_select ON public.session_participants IS 'Guest lists of the sessions that one sees.';


--
-- Name: task_dependencies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_dependencies ENABLE ROW LEVEL SECURITY;

--
-- Name: task_dependencies task_dependencies_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_dependencies_app_delete ON public.task_dependencies FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY task_dependencies_app_delete ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY task_dependencies_app_delete ON public.task_dependencies IS 'Deleted by whoever sees it.';


--
-- Name: task_dependencies task_dependencies_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_dependencies_app_insert ON public.task_dependencies FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND public.task_is_in_project(predecessor_id, project_id) AND public.task_is_in_project(successor_id, project_id)));


--
-- Name: POLICY task_dependencies_app_insert ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY task_dependencies_app_insert ON public.task_dependencies IS 'Entered in one''s own name, between tasks of a visible project.';


--
-- Name: task_dependencies task_dependencies_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_dependencies_app_update ON public.task_dependencies FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY task_dependencies_app_update ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY task_dependencies_app_update ON public.task_dependencies IS 'Only the kind changes; another pair of tasks is another dependency.';


--
-- Name: task_dependencies task_dependencies_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_dependencies_platform_all ON public.task_dependencies TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY task_dependencies_platform_all ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY task_dependencies_platform_all ON public.task_dependencies IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: task_dependencies task_dependencies_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_dependencies_readonly_select ON public.task_dependencies FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY task_dependencies_readonly_select ON task_dependencies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY task_dependencies_readonly_select ON public.task_dependencies IS 'Dependencies in the projects that one sees.';


--
-- Name: tasks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: tasks tasks_app_delete; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_app_delete ON public.tasks FOR DELETE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY tasks_app_delete ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY tasks_app_delete ON public.tasks IS 'Deleted, with all sub-tasks, by whoever sees it.';


--
-- Name: tasks tasks_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_app_insert ON public.tasks FOR INSERT TO bduf_app WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND (created_by = ( SELECT public.current_user_id() AS current_user_id)) AND ((assigned_to IS NULL) OR (assigned_to = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((assigned_by IS NULL) OR (assigned_by = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_task_id IS NULL) OR public.task_is_in_project(parent_task_id, project_id))));


--
-- Name: POLICY tasks_app_insert ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY tasks_app_insert ON public.tasks IS 'Entered in one''s own name, in a visible project, for a colleague.';


--
-- Name: tasks tasks_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_app_update ON public.tasks FOR UPDATE TO bduf_app USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[]))) WITH CHECK (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) AND ((assigned_to IS NULL) OR (assigned_to = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((assigned_by IS NULL) OR (assigned_by = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_task_id IS NULL) OR public.task_is_in_project(parent_task_id, project_id))));


--
-- Name: POLICY tasks_app_update ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY tasks_app_update ON public.tasks IS 'Changed by whoever sees it; people and tasks that it names must be visible.';


--
-- Name: tasks tasks_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_platform_all ON public.tasks TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY tasks_platform_all ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY tasks_platform_all ON public.tasks IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: tasks tasks_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_readonly_select ON public.tasks FOR SELECT TO bduf_readonly USING ((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])));


--
-- Name: POLICY tasks_readonly_select ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY tasks_readonly_select ON public.tasks IS 'Tasks of the projects that one sees.';


--
-- Name: team_memberships; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.team_memberships ENABLE ROW LEVEL SECURITY;

--
-- Name: team_memberships team_memberships_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY team_memberships_app_update ON public.team_memberships FOR UPDATE TO bduf_app USING ((organization_id = ANY (( SELECT public.current_administered_organization_ids() AS current_administered_organization_ids)::uuid[]))) WITH CHECK (((organization_id = ANY (( SELECT public.current_administered_organization_ids() AS current_administered_organization_ids)::uuid[])) AND ((status <> 'active'::public.membership_status_enum) OR (user_id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])))));


--
-- Name: POLICY team_memberships_app_update ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY team_memberships_app_update ON public.team_memberships IS 'Administrators change roles and standing. Only who is known already can be made active.';


--
-- Name: team_memberships team_memberships_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY team_memberships_platform_all ON public.team_memberships TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY team_memberships_platform_all ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY team_memberships_platform_all ON public.team_memberships IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: team_memberships team_memberships_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY team_memberships_readonly_select ON public.team_memberships FOR SELECT TO bduf_readonly USING (((organization_id = ANY (( SELECT public.current_organization_ids() AS current_organization_ids)::uuid[])) OR (user_id = ( SELECT public.current_user_id() AS current_user_id))));


--
-- Name: POLICY team_memberships_readonly_select ON team_memberships; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY team_memberships_readonly_select ON public.team_memberships IS 'Members see their organization''s members; everybody sees their own invitations.';


--
-- Name: user_activities; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.user_activities ENABLE ROW LEVEL SECURITY;

--
-- Name: user_activities user_activities_app_insert; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_activities_app_insert ON public.user_activities FOR INSERT TO bduf_app WITH CHECK (((user_id = ( SELECT public.current_user_id() AS current_user_id)) AND ((project_id IS NULL) OR (project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])))));


--
-- Name: POLICY user_activities_app_insert ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY user_activities_app_insert ON public.user_activities IS 'One''s own acts, in visible projects or in none.';


--
-- Name: user_activities user_activities_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_activities_platform_all ON public.user_activities TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY user_activities_platform_all ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY user_activities_platform_all ON public.user_activities IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: user_activities user_activities_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_activities_readonly_select ON public.user_activities FOR SELECT TO bduf_readonly USING (((project_id = ANY (( SELECT public.current_project_ids() AS current_project_ids)::uuid[])) OR ((project_id IS NULL) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)))));


--
-- Name: POLICY user_activities_readonly_select ON user_activities; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY user_activities_readonly_select ON public.user_activities IS 'Acts in the projects that one sees, and one''s own outside any project.';


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: users users_app_update; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_app_update ON public.users FOR UPDATE TO bduf_app USING ((id = ( SELECT public.current_user_id() AS current_user_id))) WITH CHECK ((id = ( SELECT public.current_user_id() AS current_user_id)));


--
-- Name: POLICY users_app_update ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY users_app_update ON public.users IS 'Everybody keeps their own profile.';


--
-- Name: users users_platform_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_platform_all ON public.users TO bduf_owner, bduf_admin, bduf_job USING (true) WITH CHECK (true);


--
-- Name: POLICY users_platform_all ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY users_platform_all ON public.users IS 'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';


--
-- Name: users users_readonly_select; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_readonly_select ON public.users FOR SELECT TO bduf_readonly USING ((id = ANY (( SELECT public.current_colleague_ids() AS current_colleague_ids)::uuid[])));


--
-- Name: POLICY users_readonly_select ON users; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON POLICY users_readonly_select ON public.users IS 'Oneself, and who is or was in an organization with oneself.';


--
-- PostgreSQL database dump complete
--



--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20260101000001'),
    ('20260101000002'),
    ('20260101000003'),
    ('20260101000004'),
    ('20260101000005'),
    ('20260101000006'),
    ('20260201000001'),
    ('20260201000002'),
    ('20260201000003'),
    ('20260201000010'),
    ('20260201000011'),
    ('20260201000012'),
    ('20260201000013'),
    ('20260201000014'),
    ('20260201000020'),
    ('20260201000021'),
    ('20260201000022'),
    ('20260201000030'),
    ('20260201000031'),
    ('20260201000032'),
    ('20260201000033'),
    ('20260201000034'),
    ('20260201000035'),
    ('20260201000036'),
    ('20260201000037'),
    ('20260201000040'),
    ('20260201000041'),
    ('20260201000042'),
    ('20260201000043'),
    ('20260201000044'),
    ('20260201000045'),
    ('20260201000046'),
    ('20260201000047'),
    ('20260201000050'),
    ('20260201000051'),
    ('20260201000052'),
    ('20260201000053'),
    ('20260201000054'),
    ('20260201000055'),
    ('20260201000056'),
    ('20260201000057'),
    ('20260201000058'),
    ('20260201000059'),
    ('20260201000060'),
    ('20260201000061'),
    ('20260201000062'),
    ('20260201000063'),
    ('20260201000064'),
    ('20260201000065'),
    ('20260201000066'),
    ('20260201000067'),
    ('20260201000068'),
    ('20260201000069'),
    ('20260201000070'),
    ('20260201000071'),
    ('20260201000072'),
    ('20260201000073'),
    ('20260201000074'),
    ('20260201000075'),
    ('20260201000076'),
    ('20260201000077'),
    ('20260201000078'),
    ('20260201000079'),
    ('20260201000080'),
    ('20260201000081'),
    ('20260201000082'),
    ('20260201000084'),
    ('20260201000085'),
    ('20260201000086'),
    ('20260201000087'),
    ('20260201000088'),
    ('20260201000089'),
    ('20260201000090'),
    ('20260201000091'),
    ('20260301000001'),
    ('20260301000002'),
    ('20260301000003'),
    ('20260301000004'),
    ('20260301000005'),
    ('20260301000006'),
    ('20260301000007'),
    ('20260301000008'),
    ('20260401000001'),
    ('20260401000002'),
    ('20260401000003'),
    ('20260401000004'),
    ('20260401000011'),
    ('20260401000012'),
    ('20260401000013'),
    ('20260401000019'),
    ('20260501000001'),
    ('20260501000002'),
    ('20260501000003'),
    ('20260501000004'),
    ('20260501000005'),
    ('20260501000006'),
    ('20260501000007'),
    ('20260501000008'),
    ('20260501000009'),
    ('20260501000010'),
    ('20260501000011'),
    ('20260501000012'),
    ('20260601000001'),
    ('20260601000002'),
    ('20260601000003'),
    ('20260701000001'),
    ('20260801000001');
