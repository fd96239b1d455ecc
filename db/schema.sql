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
-- Name: set_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
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
-- Name: update_architecture_decision_search_vector(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.update_architecture_decision_search_vector() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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


SET default_tablespace = '';

SET default_table_access_method = heap;

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
    requested_at timestamp with time zone DEFAULT now(),
    due_date timestamp with time zone,
    completed_at timestamp with time zone,
    requested_by uuid NOT NULL,
    final_decision public.approval_decision_enum,
    decision_notes text,
    context_data jsonb DEFAULT '{}'::jsonb,
    CONSTRAINT valid_due_date CHECK (((due_date IS NULL) OR (due_date > requested_at)))
);


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
-- Name: CONSTRAINT valid_due_date ON approval_requests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_due_date ON public.approval_requests IS 'A decision is not due before it is asked for; null has no deadline.';


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
    responded_at timestamp with time zone DEFAULT now(),
    approval_data jsonb DEFAULT '{}'::jsonb
);


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
-- Name: approval_workflows; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_workflows (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    name character varying(255) NOT NULL,
    description text,
    workflow_type public.approval_type_enum NOT NULL,
    is_active boolean DEFAULT true,
    is_sequential boolean DEFAULT false,
    required_approvals integer DEFAULT 1,
    trigger_conditions jsonb DEFAULT '{}'::jsonb,
    approval_criteria jsonb DEFAULT '{}'::jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL
);


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
    options_considered jsonb DEFAULT '[]'::jsonb,
    evaluation_criteria jsonb DEFAULT '{}'::jsonb,
    risk_assessment jsonb DEFAULT '{}'::jsonb,
    trade_offs jsonb DEFAULT '{}'::jsonb,
    decided_by uuid,
    decided_at timestamp with time zone,
    review_date date,
    superseded_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    version integer DEFAULT 1,
    search_vector tsvector
);


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
    occurred_at timestamp with time zone DEFAULT now(),
    ip_address inet,
    user_agent text,
    request_id character varying(100),
    metadata jsonb DEFAULT '{}'::jsonb
)
WITH (autovacuum_vacuum_insert_scale_factor='0.02', autovacuum_analyze_scale_factor='0.02', autovacuum_freeze_min_age='0');


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

COMMENT ON COLUMN public.audit_logs.user_id IS 'User who acted; null for someone not signed in. The platform acts as the system user.';


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

COMMENT ON COLUMN public.audit_logs.old_values IS 'Object with the former values of the columns that changed; null for anything but a change.';


--
-- Name: COLUMN audit_logs.new_values; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_logs.new_values IS 'Object with the later values of the same columns; null for a deletion and for other events.';


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

COMMENT ON COLUMN public.audit_logs.metadata IS 'Object with whatever else the event''s class calls for.';


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
    max_participants integer DEFAULT 20,
    is_recording_enabled boolean DEFAULT false,
    recording_url text,
    facilitator_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb,
    CONSTRAINT valid_session_times CHECK ((scheduled_start < scheduled_end))
)
WITH (fillfactor='90');


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
-- Name: CONSTRAINT valid_session_times ON collaboration_sessions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_session_times ON public.collaboration_sessions IS 'A session lasts: it is planned to end after it begins.';


--
-- Name: organizations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organizations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(255) NOT NULL,
    slug character varying(100) NOT NULL,
    description text,
    website_url text,
    settings jsonb DEFAULT '{}'::jsonb,
    subscription_plan character varying(50) DEFAULT 'free'::character varying,
    subscription_expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    billing_email character varying(255),
    billing_address jsonb
);


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
-- Name: project_analytics; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.project_analytics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    snapshot_date date DEFAULT CURRENT_DATE NOT NULL,
    total_tasks integer DEFAULT 0,
    completed_tasks integer DEFAULT 0,
    in_progress_tasks integer DEFAULT 0,
    blocked_tasks integer DEFAULT 0,
    total_estimated_hours numeric(10,2) DEFAULT 0,
    total_actual_hours numeric(10,2) DEFAULT 0,
    requirements_completeness numeric(3,2),
    architecture_coherence_score numeric(3,2),
    risk_score numeric(3,2),
    active_team_members integer DEFAULT 0,
    collaboration_sessions_count integer DEFAULT 0,
    custom_metrics jsonb DEFAULT '{}'::jsonb
);


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
    status public.risk_status_enum DEFAULT 'identified'::public.risk_status_enum,
    identified_at timestamp with time zone DEFAULT now(),
    mitigated_at timestamp with time zone,
    review_date date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL
);


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
    settings jsonb DEFAULT '{}'::jsonb,
    metadata jsonb DEFAULT '{}'::jsonb,
    search_vector tsvector,
    CONSTRAINT valid_budget CHECK (((budget_allocated IS NULL) OR (budget_allocated >= (0)::numeric))),
    CONSTRAINT valid_dates CHECK (((start_date IS NULL) OR (target_end_date IS NULL) OR (start_date <= target_end_date)))
)
WITH (fillfactor='90');


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
-- Name: CONSTRAINT valid_budget ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_budget ON public.projects IS 'A granted budget is nothing or more; null keeps none.';


--
-- Name: CONSTRAINT valid_dates ON projects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_dates ON public.projects IS 'A project is not due before it starts; either date may still be open.';


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
    risk_level public.risk_level_enum DEFAULT 'medium'::public.risk_level_enum,
    acceptance_criteria jsonb DEFAULT '[]'::jsonb,
    test_cases jsonb DEFAULT '[]'::jsonb,
    related_requirements uuid[] DEFAULT '{}'::uuid[],
    version integer DEFAULT 1,
    is_current_version boolean DEFAULT true,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    custom_attributes jsonb DEFAULT '{}'::jsonb,
    attachments jsonb DEFAULT '[]'::jsonb,
    search_vector tsvector
);


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
    role public.participant_role_enum DEFAULT 'participant'::public.participant_role_enum,
    status public.participant_status_enum DEFAULT 'invited'::public.participant_status_enum,
    invited_at timestamp with time zone DEFAULT now(),
    joined_at timestamp with time zone,
    left_at timestamp with time zone,
    can_edit boolean DEFAULT false,
    can_moderate boolean DEFAULT false
)
WITH (fillfactor='90');


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
    actual_hours numeric(6,2) DEFAULT 0,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    sequence_order integer,
    is_milestone boolean DEFAULT false,
    is_critical_path boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid NOT NULL,
    custom_fields jsonb DEFAULT '{}'::jsonb,
    attachments jsonb DEFAULT '[]'::jsonb,
    tags text[] DEFAULT '{}'::text[],
    search_vector tsvector,
    CONSTRAINT no_self_reference CHECK ((id <> parent_task_id)),
    CONSTRAINT valid_actual_hours CHECK ((actual_hours >= (0)::numeric)),
    CONSTRAINT valid_hours CHECK (((estimated_hours IS NULL) OR (estimated_hours >= (0)::numeric)))
)
WITH (fillfactor='90', autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');


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
-- Name: CONSTRAINT no_self_reference ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT no_self_reference ON public.tasks IS 'A task is not a part of itself; longer circles are not covered by this rule.';


--
-- Name: CONSTRAINT valid_actual_hours ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_actual_hours ON public.tasks IS 'Booked hours cannot be negative: a wrong booking is corrected, not offset.';


--
-- Name: CONSTRAINT valid_hours ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT valid_hours ON public.tasks IS 'An estimate is zero hours or more; null is no estimate.';


--
-- Name: team_memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.team_memberships (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.user_role_enum DEFAULT 'developer'::public.user_role_enum NOT NULL,
    status public.membership_status_enum DEFAULT 'active'::public.membership_status_enum,
    invited_by uuid,
    joined_at timestamp with time zone DEFAULT now(),
    left_at timestamp with time zone,
    custom_permissions text[] DEFAULT '{}'::text[]
);


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
    occurred_at timestamp with time zone DEFAULT now(),
    metadata jsonb DEFAULT '{}'::jsonb,
    ip_address inet,
    user_agent text,
    session_id character varying(255)
)
WITH (autovacuum_vacuum_insert_scale_factor='0.02', autovacuum_analyze_scale_factor='0.02', autovacuum_freeze_min_age='0');


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
    timezone character varying(50) DEFAULT 'UTC'::character varying,
    role public.user_role_enum DEFAULT 'developer'::public.user_role_enum NOT NULL,
    permissions text[] DEFAULT '{}'::text[],
    is_active boolean DEFAULT true,
    is_verified boolean DEFAULT false,
    last_login_at timestamp with time zone,
    password_changed_at timestamp with time zone DEFAULT now(),
    failed_login_attempts integer DEFAULT 0,
    locked_until timestamp with time zone,
    api_key_hash character varying(255),
    api_key_created_at timestamp with time zone,
    api_key_last_used timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    preferences jsonb DEFAULT '{}'::jsonb,
    notification_settings jsonb DEFAULT '{"push": true, "email": true, "in_app": true, "digest_frequency": "daily"}'::jsonb,
    search_vector tsvector
)
WITH (fillfactor='90');


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
-- Name: approval_requests approval_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_pkey PRIMARY KEY (id);


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
-- Name: architecture_decisions architecture_decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_pkey PRIMARY KEY (id);


--
-- Name: audit_logs audit_logs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_pkey PRIMARY KEY (id);


--
-- Name: collaboration_sessions collaboration_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaboration_sessions
    ADD CONSTRAINT collaboration_sessions_pkey PRIMARY KEY (id);


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
-- Name: requirements requirements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_pkey PRIMARY KEY (id);


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
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);


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

CREATE INDEX idx_users_api_key_hash ON public.users USING btree (api_key_hash) WHERE (api_key_hash IS NOT NULL);


--
-- Name: INDEX idx_users_api_key_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idx_users_api_key_hash IS 'Serves api_key_lookup; most users have no key and are not in it.';


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
-- Name: tasks _100_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_set_updated_at BEFORE UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: TRIGGER _100_set_updated_at ON tasks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER _100_set_updated_at ON public.tasks IS 'Stamps updated_at on every update, even one that changes no value.';


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
-- Name: approval_requests approval_requests_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_requests
    ADD CONSTRAINT approval_requests_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;


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
-- Name: architecture_decisions architecture_decisions_superseded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.architecture_decisions
    ADD CONSTRAINT architecture_decisions_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES public.architecture_decisions(id);


--
-- Name: audit_logs audit_logs_impersonated_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_impersonated_by_fkey FOREIGN KEY (impersonated_by) REFERENCES public.users(id);


--
-- Name: audit_logs audit_logs_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: audit_logs audit_logs_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);


--
-- Name: audit_logs audit_logs_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT audit_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


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
    ('20260101000006');
