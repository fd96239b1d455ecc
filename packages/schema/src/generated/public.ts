import type { JsonValue } from '../json-value.ts';

/**
 * Represents the enum public.activity_type_enum
 * What a user did, coarse enough to filter a feed by.
 */
export type ActivityTypeEnum = 
  | 'create'
  | 'update'
  | 'delete'
  | 'view'
  | 'approve'
  | 'reject'
  | 'assign'
  | 'unassign'
  | 'comment'
  | 'collaborate';

/**
 * Represents the view public.analytics_summary
 * The latest snapshot of each project that is not archived, and its change in a week.
 */
export interface AnalyticsSummary {
  /** The project. */
  project_id: string | null;

  /** Organization it belongs to; null for a personal project. */
  organization_id: string | null;

  /** projects.name, as of now. */
  name: string | null;

  /** Its phase, as of now. */
  status: ProjectStatusEnum | null;

  /** UTC day that the numbers describe. */
  snapshot_date: Date | null;

  /** Tasks that existed on that day. */
  total_tasks: number | null;

  /** Those completed or approved. */
  completed_tasks: number | null;

  /** Those in progress. */
  in_progress_tasks: number | null;

  /** Those blocked. */
  blocked_tasks: number | null;

  /** Completed share of the tasks, 0 to 1; null without tasks. */
  progress: string | null;

  /** Rise of completed_tasks since the snapshot a week or more before; null without one. */
  completed_in_week: number | null;

  /** Rise of total_tasks since that snapshot; null without one. */
  added_in_week: number | null;

  /** Sum of all estimates. */
  total_estimated_hours: string | null;

  /** Sum of all booked hours. */
  total_actual_hours: string | null;

  /** Share of the current requirements that are at least approved, 0 to 1; null without any. */
  requirements_completeness: string | null;

  /** Agreement of the decisions with each other, 0 to 1; null if not assessed. */
  architecture_coherence_score: string | null;

  /** Highest score among open risks, 0.10 to 4.50; null without any. */
  risk_score: string | null;

  /** Rise of risk_score since the snapshot a week or more before; null if either is missing. */
  risk_score_change: string | null;

  /** People with an open task or an activity on that day. */
  active_team_members: number | null;
}

/**
 * Represents the table public.approval_assignments
 * Who has to answer an approval request, one row a vote; the answer's words are a response.
 */
export interface ApprovalAssignments {
  /** Names the vote in the audit log; it stays when the vote is delegated. */
  id: ApprovalAssignmentsId;

  /** Request to be decided; deleting it deletes its assignments. */
  request_id: ApprovalRequestsId;

  /** The request's requester, copied by trigger and kept equal by a foreign key. */
  requested_by: UsersId;

  /** User whose vote it is; named once a request, whatever the step. */
  approver_id: UsersId;

  /** Place in the sequence from 1: in a sequential workflow a step waits for all lower ones. */
  step: number;

  /** User who votes instead; null while the approver does. */
  delegated_to: UsersId | null;

  /** When the vote was passed on; null like delegated_to. */
  delegated_at: Date | null;

  /** The vote, by the approver or who votes instead; null until it is cast. */
  decision: ApprovalDecisionEnum | null;

  /** When the vote was cast; null like decision. */
  decided_at: Date | null;

  /** When the approver was named. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;
}

/** Identifier type for public.approval_assignments */
export type ApprovalAssignmentsId = string & { __brand: 'public.approval_assignments' };

/**
 * Represents the initializer for the table public.approval_assignments
 * Who has to answer an approval request, one row a vote; the answer's words are a response.
 */
export interface ApprovalAssignmentsInitializer {
  /**
   * Names the vote in the audit log; it stays when the vote is delegated.
   * Default value: gen_random_uuid()
   */
  id?: ApprovalAssignmentsId;

  /** Request to be decided; deleting it deletes its assignments. */
  request_id: ApprovalRequestsId;

  /** The request's requester, copied by trigger and kept equal by a foreign key. */
  requested_by: UsersId;

  /** User whose vote it is; named once a request, whatever the step. */
  approver_id: UsersId;

  /**
   * Place in the sequence from 1: in a sequential workflow a step waits for all lower ones.
   * Default value: 1
   */
  step?: number;

  /** User who votes instead; null while the approver does. */
  delegated_to?: UsersId | null;

  /** When the vote was passed on; null like delegated_to. */
  delegated_at?: Date | null;

  /** The vote, by the approver or who votes instead; null until it is cast. */
  decision?: ApprovalDecisionEnum | null;

  /** When the vote was cast; null like decision. */
  decided_at?: Date | null;

  /**
   * When the approver was named.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;
}

/**
 * Represents the enum public.approval_decision_enum
 * Answer of an approver. Delegate passes the vote on, so it never is a final decision.
 */
export type ApprovalDecisionEnum = 
  | 'approve'
  | 'reject'
  | 'approve_with_conditions'
  | 'delegate';

/**
 * Represents the enum public.approval_request_type_enum
 * What a request wants approved: a single thing, where a workflow watches over a whole kind.
 */
export type ApprovalRequestTypeEnum = 
  | 'requirement'
  | 'architecture'
  | 'design'
  | 'implementation'
  | 'deployment'
  | 'change_request';

/**
 * Represents the table public.approval_requests
 * Single things put up for approval, each under the workflow that says how.
 */
export interface ApprovalRequests {
  /** Part of the link in the mail to every approver. */
  id: ApprovalRequestsId;

  /** Rule the request follows; a rule with requests cannot be deleted on its own. */
  workflow_id: ApprovalWorkflowsId;

  /** Project of the subject, the same as the workflow's; deleting it deletes its requests. */
  project_id: ProjectsId;

  /** What is asked for, in one line. */
  title: string;

  /** What approvers need to know to decide. */
  description: string;

  /** What kind of thing is to be approved. */
  request_type: ApprovalRequestTypeEnum;

  /** What subject_id identifies: requirement, architecture, task and so on. */
  subject_type: string;

  /** Row to be approved, in the table that subject_type tells; not a foreign key. */
  subject_id: string;

  /** State of the request as a whole, which single answers move. */
  status: ApprovalStatusEnum;

  /** When approval was asked for. */
  requested_at: Date;

  /** Moment by which it should be decided; null can wait for ever. */
  due_date: Date | null;

  /** When it was decided, cancelled or expired; null while open. */
  completed_at: Date | null;

  /** User who asks, and who does not decide. */
  requested_by: UsersId;

  /** Outcome of all answers together; null while open and after cancelling. */
  final_decision: ApprovalDecisionEnum | null;

  /** Reason for the outcome, in prose; null if the answers speak for themselves. */
  decision_notes: string | null;

  /** Object with the state of the subject when approval was asked for. */
  context_data: JsonValue;

  /** When the request was entered. Rows older than this column have the time it came. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;
}

/** Identifier type for public.approval_requests */
export type ApprovalRequestsId = string & { __brand: 'public.approval_requests' };

/**
 * Represents the initializer for the table public.approval_requests
 * Single things put up for approval, each under the workflow that says how.
 */
export interface ApprovalRequestsInitializer {
  /**
   * Part of the link in the mail to every approver.
   * Default value: gen_random_uuid()
   */
  id?: ApprovalRequestsId;

  /** Rule the request follows; a rule with requests cannot be deleted on its own. */
  workflow_id: ApprovalWorkflowsId;

  /** Project of the subject, the same as the workflow's; deleting it deletes its requests. */
  project_id: ProjectsId;

  /** What is asked for, in one line. */
  title: string;

  /** What approvers need to know to decide. */
  description: string;

  /** What kind of thing is to be approved. */
  request_type: ApprovalRequestTypeEnum;

  /** What subject_id identifies: requirement, architecture, task and so on. */
  subject_type: string;

  /** Row to be approved, in the table that subject_type tells; not a foreign key. */
  subject_id: string;

  /**
   * State of the request as a whole, which single answers move.
   * Default value: 'pending'::approval_status_enum
   */
  status?: ApprovalStatusEnum;

  /**
   * When approval was asked for.
   * Default value: now()
   */
  requested_at?: Date;

  /** Moment by which it should be decided; null can wait for ever. */
  due_date?: Date | null;

  /** When it was decided, cancelled or expired; null while open. */
  completed_at?: Date | null;

  /** User who asks, and who does not decide. */
  requested_by: UsersId;

  /** Outcome of all answers together; null while open and after cancelling. */
  final_decision?: ApprovalDecisionEnum | null;

  /** Reason for the outcome, in prose; null if the answers speak for themselves. */
  decision_notes?: string | null;

  /**
   * Object with the state of the subject when approval was asked for.
   * Default value: '{}'::jsonb
   */
  context_data?: JsonValue;

  /**
   * When the request was entered. Rows older than this column have the time it came.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;
}

/**
 * Represents the table public.approval_responses
 * Answers of approvers, one a person and request; a change of mind changes the row.
 */
export interface ApprovalResponses {
  /** Names the answer in the audit log; it stays when the answer changes. */
  id: ApprovalResponsesId;

  /** Request that is answered; deleting it deletes its answers. */
  request_id: ApprovalRequestsId;

  /** User who answers; while the answer exists the user cannot be deleted. */
  approver_id: UsersId;

  /** The answer. */
  decision: ApprovalDecisionEnum;

  /** Remarks to the requester; null if there are none. */
  comments: string | null;

  /** What approve_with_conditions demands; null for every other answer. */
  conditions: string | null;

  /** When the answer was given. */
  responded_at: Date;

  /** Object with what the approver saw and ticked: criteria met, documents read. */
  approval_data: JsonValue;

  /** When the first answer was given. Rows older than this column have the time it came. */
  created_at: Date;

  /** When the answer last changed; set by trigger. */
  updated_at: Date;

  /** The request's requester, copied by trigger and kept equal by a foreign key. */
  requested_by: UsersId;
}

/** Identifier type for public.approval_responses */
export type ApprovalResponsesId = string & { __brand: 'public.approval_responses' };

/**
 * Represents the initializer for the table public.approval_responses
 * Answers of approvers, one a person and request; a change of mind changes the row.
 */
export interface ApprovalResponsesInitializer {
  /**
   * Names the answer in the audit log; it stays when the answer changes.
   * Default value: gen_random_uuid()
   */
  id?: ApprovalResponsesId;

  /** Request that is answered; deleting it deletes its answers. */
  request_id: ApprovalRequestsId;

  /** User who answers; while the answer exists the user cannot be deleted. */
  approver_id: UsersId;

  /** The answer. */
  decision: ApprovalDecisionEnum;

  /** Remarks to the requester; null if there are none. */
  comments?: string | null;

  /** What approve_with_conditions demands; null for every other answer. */
  conditions?: string | null;

  /**
   * When the answer was given.
   * Default value: now()
   */
  responded_at?: Date;

  /**
   * Object with what the approver saw and ticked: criteria met, documents read.
   * Default value: '{}'::jsonb
   */
  approval_data?: JsonValue;

  /**
   * When the first answer was given. Rows older than this column have the time it came.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When the answer last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** The request's requester, copied by trigger and kept equal by a foreign key. */
  requested_by: UsersId;
}

/**
 * Represents the enum public.approval_status_enum
 * State of a request. Pending and in_review are open; expired passed its due date undecided.
 */
export type ApprovalStatusEnum = 
  | 'pending'
  | 'in_review'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'expired';

/**
 * Represents the enum public.approval_type_enum
 * What a workflow watches over.
 */
export type ApprovalTypeEnum = 
  | 'requirement_approval'
  | 'architecture_approval'
  | 'design_approval'
  | 'implementation_approval'
  | 'release_approval'
  | 'change_request';

/**
 * Represents the table public.approval_workflows
 * Standing rules of a project: what needs approval, and how many approvals it takes.
 */
export interface ApprovalWorkflows {
  /** Requests stay tied to it after the rule is retired. */
  id: ApprovalWorkflowsId;

  /** Project the rule governs; deleting the project deletes its rules. */
  project_id: ProjectsId;

  /** Name that requesters see. */
  name: string;

  /** When the rule applies, in prose; null if the name says it. */
  description: string | null;

  /** What the rule watches over. */
  workflow_type: ApprovalTypeEnum;

  /** False retires the rule: its requests stay, new ones do not follow it. */
  is_active: boolean;

  /** True asks approvers one after the other, false all at once. */
  is_sequential: boolean;

  /** Number of approving answers that approve a request. */
  required_approvals: number;

  /** Object with what must hold for a request to be opened automatically; empty opens none. */
  trigger_conditions: JsonValue;

  /** Object with what approvers are asked to check. */
  approval_criteria: JsonValue;

  /** When the rule was set up. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who set up the rule. */
  created_by: UsersId;
}

/** Identifier type for public.approval_workflows */
export type ApprovalWorkflowsId = string & { __brand: 'public.approval_workflows' };

/**
 * Represents the initializer for the table public.approval_workflows
 * Standing rules of a project: what needs approval, and how many approvals it takes.
 */
export interface ApprovalWorkflowsInitializer {
  /**
   * Requests stay tied to it after the rule is retired.
   * Default value: gen_random_uuid()
   */
  id?: ApprovalWorkflowsId;

  /** Project the rule governs; deleting the project deletes its rules. */
  project_id: ProjectsId;

  /** Name that requesters see. */
  name: string;

  /** When the rule applies, in prose; null if the name says it. */
  description?: string | null;

  /** What the rule watches over. */
  workflow_type: ApprovalTypeEnum;

  /**
   * False retires the rule: its requests stay, new ones do not follow it.
   * Default value: true
   */
  is_active?: boolean;

  /**
   * True asks approvers one after the other, false all at once.
   * Default value: false
   */
  is_sequential?: boolean;

  /**
   * Number of approving answers that approve a request.
   * Default value: 1
   */
  required_approvals?: number;

  /**
   * Object with what must hold for a request to be opened automatically; empty opens none.
   * Default value: '{}'::jsonb
   */
  trigger_conditions?: JsonValue;

  /**
   * Object with what approvers are asked to check.
   * Default value: '{}'::jsonb
   */
  approval_criteria?: JsonValue;

  /**
   * When the rule was set up.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who set up the rule. */
  created_by: UsersId;
}

/**
 * Represents the enum public.architecture_category_enum
 * Part of the architecture that a decision shapes.
 */
export type ArchitectureCategoryEnum = 
  | 'system'
  | 'component'
  | 'deployment'
  | 'security'
  | 'integration'
  | 'data'
  | 'ui_ux'
  | 'performance';

/**
 * Represents the table public.architecture_decisions
 * Decision records: what was decided, in which situation, and what follows from it.
 */
export interface ArchitectureDecisions {
  /** Later decisions and approval requests refer to it. */
  id: ArchitectureDecisionsId;

  /** Project whose architecture is decided; deleting the project deletes its decisions. */
  project_id: ProjectsId;

  /** The decision in one line. */
  title: string;

  /** The question to be settled. */
  description: string;

  /** Forces and constraints that made the question arise; null if the description has them. */
  context: string | null;

  /** The answer, and why this one. */
  decision: string;

  /** What becomes easier and what harder; null while nobody has written it down. */
  consequences: string | null;

  /** Part of the architecture concerned; a decision that concerns several takes the widest. */
  category: ArchitectureCategoryEnum;

  /** How far the decision has come; it binds nobody before approved. */
  status: DecisionStatusEnum;

  /** Array of alternatives, the chosen one included, each with what speaks for and against it. */
  options_considered: JsonValue;

  /** Object that maps each criterion to its weight. */
  evaluation_criteria: JsonValue;

  /** Object with the risks of the chosen option; those worth tracking become project_risks. */
  risk_assessment: JsonValue;

  /** Object that maps each quality given up to what it was given up for. */
  trade_offs: JsonValue;

  /** User who answers for the decision; null while it is open. */
  decided_by: UsersId | null;

  /** When it was approved or rejected; null while it is open. */
  decided_at: Date | null;

  /** Day to ask whether it still holds; null never asks. */
  review_date: Date | null;

  /** Decision that took its place; null while it stands. */
  superseded_by: ArchitectureDecisionsId | null;

  /** When the decision was proposed. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who proposed the decision. */
  created_by: UsersId;

  /** Counts the revisions of the text from 1; a new decision is a new row instead. */
  version: number;

  /** English words of title (A), decision (B), description and context (C), consequences (D). */
  search_vector: string | null;
}

/** Identifier type for public.architecture_decisions */
export type ArchitectureDecisionsId = string & { __brand: 'public.architecture_decisions' };

/**
 * Represents the initializer for the table public.architecture_decisions
 * Decision records: what was decided, in which situation, and what follows from it.
 */
export interface ArchitectureDecisionsInitializer {
  /**
   * Later decisions and approval requests refer to it.
   * Default value: gen_random_uuid()
   */
  id?: ArchitectureDecisionsId;

  /** Project whose architecture is decided; deleting the project deletes its decisions. */
  project_id: ProjectsId;

  /** The decision in one line. */
  title: string;

  /** The question to be settled. */
  description: string;

  /** Forces and constraints that made the question arise; null if the description has them. */
  context?: string | null;

  /** The answer, and why this one. */
  decision: string;

  /** What becomes easier and what harder; null while nobody has written it down. */
  consequences?: string | null;

  /** Part of the architecture concerned; a decision that concerns several takes the widest. */
  category: ArchitectureCategoryEnum;

  /**
   * How far the decision has come; it binds nobody before approved.
   * Default value: 'proposed'::decision_status_enum
   */
  status?: DecisionStatusEnum;

  /**
   * Array of alternatives, the chosen one included, each with what speaks for and against it.
   * Default value: '[]'::jsonb
   */
  options_considered?: JsonValue;

  /**
   * Object that maps each criterion to its weight.
   * Default value: '{}'::jsonb
   */
  evaluation_criteria?: JsonValue;

  /**
   * Object with the risks of the chosen option; those worth tracking become project_risks.
   * Default value: '{}'::jsonb
   */
  risk_assessment?: JsonValue;

  /**
   * Object that maps each quality given up to what it was given up for.
   * Default value: '{}'::jsonb
   */
  trade_offs?: JsonValue;

  /** User who answers for the decision; null while it is open. */
  decided_by?: UsersId | null;

  /** When it was approved or rejected; null while it is open. */
  decided_at?: Date | null;

  /** Day to ask whether it still holds; null never asks. */
  review_date?: Date | null;

  /** Decision that took its place; null while it stands. */
  superseded_by?: ArchitectureDecisionsId | null;

  /**
   * When the decision was proposed.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who proposed the decision. */
  created_by: UsersId;

  /**
   * Counts the revisions of the text from 1; a new decision is a new row instead.
   * Default value: 1
   */
  version?: number;

  /** English words of title (A), decision (B), description and context (C), consequences (D). */
  search_vector?: string | null;
}

/**
 * Represents the enum public.audit_event_type_enum
 * Class of an audited event. Entries of class data_change carry old and new values.
 */
export type AuditEventTypeEnum = 
  | 'authentication'
  | 'authorization'
  | 'data_change'
  | 'configuration_change'
  | 'security_event'
  | 'system_event';

/**
 * Represents the table public.audit_logs
 * Evidence of who did what, and when; rows are added, never changed. Feeds are user_activities.
 */
export interface AuditLogs {
  /** Supplied time-ordered by the log's writers, so that it breaks ties of occurred_at. */
  id: AuditLogsId;

  /** Class of the event; it decides which of the columns below are filled. */
  event_type: AuditEventTypeEnum;

  /** What happened in short, such as update, login.failed or role.granted. */
  event_action: string;

  /** Explanation for whoever reads the log; null if the columns say it all. */
  event_description: string | null;

  /** User who acted, from the setting bduf.user_id; null for someone not signed in. */
  user_id: UsersId | null;

  /** Administrator who acted in the name of user_id; null if the user did it. */
  impersonated_by: UsersId | null;

  /** Name of the table that target_id points into; null if the event has no object. */
  target_type: string | null;

  /** Row acted upon, which may be gone by now; not a foreign key. Null like target_type. */
  target_id: string | null;

  /** Project concerned; null for events outside any project. */
  project_id: ProjectsId | null;

  /** Organization concerned; null for events of the platform as a whole. */
  organization_id: OrganizationsId | null;

  /** Object with the former values of the columns that changed, or of all if the row is gone. */
  old_values: JsonValue | null;

  /** Object with the later values of the columns that changed, or of all if the row is new. */
  new_values: JsonValue | null;

  /** When it happened, by the clock of the database. */
  occurred_at: Date;

  /** Network address the request came from; null for what the platform did by itself. */
  ip_address: string | null;

  /** Browser or client as it named itself; null if it did not. */
  user_agent: string | null;

  /** Id that the application gave the request; the same in its own logs. Null without a request. */
  request_id: string | null;

  /** Object with whatever else the event's class calls for, and the database user who wrote. */
  metadata: JsonValue;
}

/** Identifier type for public.audit_logs */
export type AuditLogsId = string & { __brand: 'public.audit_logs' };

/**
 * Represents the initializer for the table public.audit_logs
 * Evidence of who did what, and when; rows are added, never changed. Feeds are user_activities.
 */
export interface AuditLogsInitializer {
  /**
   * Supplied time-ordered by the log's writers, so that it breaks ties of occurred_at.
   * Default value: gen_random_uuid()
   */
  id?: AuditLogsId;

  /** Class of the event; it decides which of the columns below are filled. */
  event_type: AuditEventTypeEnum;

  /** What happened in short, such as update, login.failed or role.granted. */
  event_action: string;

  /** Explanation for whoever reads the log; null if the columns say it all. */
  event_description?: string | null;

  /** User who acted, from the setting bduf.user_id; null for someone not signed in. */
  user_id?: UsersId | null;

  /** Administrator who acted in the name of user_id; null if the user did it. */
  impersonated_by?: UsersId | null;

  /** Name of the table that target_id points into; null if the event has no object. */
  target_type?: string | null;

  /** Row acted upon, which may be gone by now; not a foreign key. Null like target_type. */
  target_id?: string | null;

  /** Project concerned; null for events outside any project. */
  project_id?: ProjectsId | null;

  /** Organization concerned; null for events of the platform as a whole. */
  organization_id?: OrganizationsId | null;

  /** Object with the former values of the columns that changed, or of all if the row is gone. */
  old_values?: JsonValue | null;

  /** Object with the later values of the columns that changed, or of all if the row is new. */
  new_values?: JsonValue | null;

  /**
   * When it happened, by the clock of the database.
   * Default value: clock_timestamp()
   */
  occurred_at?: Date;

  /** Network address the request came from; null for what the platform did by itself. */
  ip_address?: string | null;

  /** Browser or client as it named itself; null if it did not. */
  user_agent?: string | null;

  /** Id that the application gave the request; the same in its own logs. Null without a request. */
  request_id?: string | null;

  /**
   * Object with whatever else the event's class calls for, and the database user who wrote.
   * Default value: '{}'::jsonb
   */
  metadata?: JsonValue;
}

/**
 * Represents the table public.audit_retirements
 * One row a seal whose entries retention has removed; a year is the least they are kept.
 */
export interface AuditRetirements {
  /** Seal whose entries are gone. */
  seal_number: AuditSealsSealNumber;

  /** First moment that the seal no longer covers; entries before the last of these may be deleted. */
  entries_until: Date;

  /** When they were removed. */
  retired_at: Date;
}

/**
 * Represents the initializer for the table public.audit_retirements
 * One row a seal whose entries retention has removed; a year is the least they are kept.
 */
export interface AuditRetirementsInitializer {
  /** Seal whose entries are gone. */
  seal_number: AuditSealsSealNumber;

  /** First moment that the seal no longer covers; entries before the last of these may be deleted. */
  entries_until: Date;

  /**
   * When they were removed.
   * Default value: clock_timestamp()
   */
  retired_at?: Date;
}

/** Identifier type for public.audit_retirements */
export type AuditRetirementsSealNumber = AuditSealsSealNumber & { __brand: 'public.audit_retirements' };

/**
 * Represents the table public.audit_seals
 * One row a sealed stretch of audit_logs, each chained to the one before; rows never change.
 */
export interface AuditSeals {
  /** Place in the chain, from 1, without gaps. */
  seal_number: AuditSealsSealNumber;

  /** First moment that the seal covers: the end of the seal before, minus infinity for the first. */
  entries_from: Date;

  /** First moment that the seal no longer covers. */
  entries_until: Date;

  /** How many entries have a time in between. */
  entry_count: string;

  /** SHA-256 of those entries, as audit_entries_digest computes it. */
  entries_digest: Buffer;

  /** SHA-256 of the digest before and of this row. Kept elsewhere, it proves all seals up to here. */
  digest: Buffer;

  /** When the seal was made. */
  sealed_at: Date;
}

/**
 * Represents the initializer for the table public.audit_seals
 * One row a sealed stretch of audit_logs, each chained to the one before; rows never change.
 */
export interface AuditSealsInitializer {
  /** Place in the chain, from 1, without gaps. */
  seal_number: AuditSealsSealNumber;

  /** First moment that the seal covers: the end of the seal before, minus infinity for the first. */
  entries_from: Date;

  /** First moment that the seal no longer covers. */
  entries_until: Date;

  /** How many entries have a time in between. */
  entry_count: string;

  /** SHA-256 of those entries, as audit_entries_digest computes it. */
  entries_digest: Buffer;

  /** SHA-256 of the digest before and of this row. Kept elsewhere, it proves all seals up to here. */
  digest: Buffer;

  /** When the seal was made. */
  sealed_at: Date;
}

/** Identifier type for public.audit_seals */
export type AuditSealsSealNumber = string & { __brand: 'public.audit_seals' };

/**
 * Represents the table public.collaboration_sessions
 * Meetings in which a project is worked on together. Sign-in sessions are something else.
 */
export interface CollaborationSessions {
  /** Part of the link in every invitation. */
  id: CollaborationSessionsId;

  /** Project that is worked on; deleting the project deletes its sessions. */
  project_id: ProjectsId;

  /** Subject of the meeting, as it stands in invitations. */
  title: string;

  /** Agenda and preparation; null if there is none. */
  description: string | null;

  /** What the people meet for. */
  session_type: SessionTypeEnum;

  /** State of the meeting, set by the application as it opens and closes. */
  status: SessionStatusEnum;

  /** When it is to begin. */
  scheduled_start: Date;

  /** When it is to be over. */
  scheduled_end: Date;

  /** When the first participant was let in; null until then. */
  actual_start: Date | null;

  /** When it was closed; null until then. */
  actual_end: Date | null;

  /** People who can join at the same time, facilitator included. */
  max_participants: number;

  /** True if the session is to be recorded, which participants are told. */
  is_recording_enabled: boolean;

  /** Address of the recording; null without one, also while it is being processed. */
  recording_url: string | null;

  /** User who leads; null leaves it to whoever created the session. */
  facilitator_id: UsersId | null;

  /** When the invitation was drawn up. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who called the meeting. */
  created_by: UsersId;

  /** Object with options of the meeting room, such as waiting room and chat. */
  settings: JsonValue;
}

/** Identifier type for public.collaboration_sessions */
export type CollaborationSessionsId = string & { __brand: 'public.collaboration_sessions' };

/**
 * Represents the initializer for the table public.collaboration_sessions
 * Meetings in which a project is worked on together. Sign-in sessions are something else.
 */
export interface CollaborationSessionsInitializer {
  /**
   * Part of the link in every invitation.
   * Default value: gen_random_uuid()
   */
  id?: CollaborationSessionsId;

  /** Project that is worked on; deleting the project deletes its sessions. */
  project_id: ProjectsId;

  /** Subject of the meeting, as it stands in invitations. */
  title: string;

  /** Agenda and preparation; null if there is none. */
  description?: string | null;

  /** What the people meet for. */
  session_type: SessionTypeEnum;

  /**
   * State of the meeting, set by the application as it opens and closes.
   * Default value: 'scheduled'::session_status_enum
   */
  status?: SessionStatusEnum;

  /** When it is to begin. */
  scheduled_start: Date;

  /** When it is to be over. */
  scheduled_end: Date;

  /** When the first participant was let in; null until then. */
  actual_start?: Date | null;

  /** When it was closed; null until then. */
  actual_end?: Date | null;

  /**
   * People who can join at the same time, facilitator included.
   * Default value: 20
   */
  max_participants?: number;

  /**
   * True if the session is to be recorded, which participants are told.
   * Default value: false
   */
  is_recording_enabled?: boolean;

  /** Address of the recording; null without one, also while it is being processed. */
  recording_url?: string | null;

  /** User who leads; null leaves it to whoever created the session. */
  facilitator_id?: UsersId | null;

  /**
   * When the invitation was drawn up.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who called the meeting. */
  created_by: UsersId;

  /**
   * Object with options of the meeting room, such as waiting room and chat.
   * Default value: '{}'::jsonb
   */
  settings?: JsonValue;
}

/**
 * Represents the enum public.complexity_level_enum
 * Judged difficulty of a project or task, in rising order: comparisons and sorting follow it.
 */
export type ComplexityLevelEnum = 
  | 'simple'
  | 'moderate'
  | 'complex'
  | 'very_complex';

/**
 * Represents the enum public.decision_status_enum
 * Life of a decision. Superseded means that another decision, named by the row, took over.
 */
export type DecisionStatusEnum = 
  | 'proposed'
  | 'review'
  | 'approved'
  | 'implemented'
  | 'superseded'
  | 'rejected';

/**
 * Represents the table public.hierarchy_guards
 * Locks, as rows: one a project and hierarchy. Written by triggers only, of interest to nobody.
 */
export interface HierarchyGuards {
  /** Project whose hierarchy is guarded; deleting the project deletes the guard. */
  project_id: ProjectsId;

  /** Table whose rows form the hierarchy. */
  hierarchy: HierarchyGuardsHierarchy;

  /** Transaction that last took the guard; one that finds its own number need not take it again. */
  locked_by: string;
}

/** Identifier type for public.hierarchy_guards */
export type HierarchyGuardsHierarchy = string & { __brand: 'public.hierarchy_guards' };

/**
 * Represents the initializer for the table public.hierarchy_guards
 * Locks, as rows: one a project and hierarchy. Written by triggers only, of interest to nobody.
 */
export interface HierarchyGuardsInitializer {
  /** Project whose hierarchy is guarded; deleting the project deletes the guard. */
  project_id: ProjectsId;

  /** Table whose rows form the hierarchy. */
  hierarchy: HierarchyGuardsHierarchy;

  /** Transaction that last took the guard; one that finds its own number need not take it again. */
  locked_by: string;
}

/** Identifier type for public.hierarchy_guards */
export type HierarchyGuardsProjectId = ProjectsId & { __brand: 'public.hierarchy_guards' };

/**
 * Represents the enum public.membership_status_enum
 * Standing of a member. Only active gives access; left keeps the history of a former member.
 */
export type MembershipStatusEnum = 
  | 'invited'
  | 'active'
  | 'inactive'
  | 'suspended'
  | 'left';

/**
 * Represents the table public.organizations
 * Customers of the platform, each with its own members, projects and subscription.
 */
export interface Organizations {
  /** Never changes, where name and slug may. */
  id: OrganizationsId;

  /** Name as the customer writes it; two customers may share one. */
  name: string;

  /** The organization's part of every address, for example acme-labs in /acme-labs/projects. */
  slug: string;

  /** What the organization does, in its own words; null shows nothing. */
  description: string | null;

  /** The customer's public site; null if none is given. */
  website_url: string | null;

  /** Object with what administrators configure for all members. */
  settings: JsonValue;

  /** Name of the booked plan; free needs no payment and never expires. */
  subscription_plan: string;

  /** When the paid plan ends unless renewed; null means that it has no end. */
  subscription_expires_at: Date | null;

  /** When the customer signed up. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who signed the organization up, not necessarily still a member. */
  created_by: UsersId;

  /** Where invoices go; null sends them to the creator. */
  billing_email: string | null;

  /** Object with the postal address on invoices; null until a plan is paid for. */
  billing_address: JsonValue | null;
}

/** Identifier type for public.organizations */
export type OrganizationsId = string & { __brand: 'public.organizations' };

/**
 * Represents the initializer for the table public.organizations
 * Customers of the platform, each with its own members, projects and subscription.
 */
export interface OrganizationsInitializer {
  /**
   * Never changes, where name and slug may.
   * Default value: gen_random_uuid()
   */
  id?: OrganizationsId;

  /** Name as the customer writes it; two customers may share one. */
  name: string;

  /** The organization's part of every address, for example acme-labs in /acme-labs/projects. */
  slug: string;

  /** What the organization does, in its own words; null shows nothing. */
  description?: string | null;

  /** The customer's public site; null if none is given. */
  website_url?: string | null;

  /**
   * Object with what administrators configure for all members.
   * Default value: '{}'::jsonb
   */
  settings?: JsonValue;

  /**
   * Name of the booked plan; free needs no payment and never expires.
   * Default value: 'free'::character varying
   */
  subscription_plan?: string;

  /** When the paid plan ends unless renewed; null means that it has no end. */
  subscription_expires_at?: Date | null;

  /**
   * When the customer signed up.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who signed the organization up, not necessarily still a member. */
  created_by: UsersId;

  /** Where invoices go; null sends them to the creator. */
  billing_email?: string | null;

  /** Object with the postal address on invoices; null until a plan is paid for. */
  billing_address?: JsonValue | null;
}

/**
 * Represents the enum public.participant_role_enum
 * Part a person plays in one session, whatever their role in the organization.
 */
export type ParticipantRoleEnum = 
  | 'facilitator'
  | 'presenter'
  | 'participant'
  | 'observer';

/**
 * Represents the enum public.participant_status_enum
 * Accepted and declined answer the invitation; joined and left record the attendance.
 */
export type ParticipantStatusEnum = 
  | 'invited'
  | 'accepted'
  | 'declined'
  | 'joined'
  | 'left';

/**
 * Represents the enum public.priority_enum
 * Urgency in rising order, so that descending order puts critical first.
 */
export type PriorityEnum = 
  | 'low'
  | 'medium'
  | 'high'
  | 'critical';

/**
 * Represents the table public.project_analytics
 * One snapshot of a project's numbers a day; charts over time read these, not the live tables.
 */
export interface ProjectAnalytics {
  /** For tools that want a single key; project and day identify a snapshot as well. */
  id: ProjectAnalyticsId;

  /** Project that was measured; deleting it deletes its history. */
  project_id: ProjectsId;

  /** Day the numbers describe, in UTC; the default follows the writer's time zone instead. */
  snapshot_date: Date;

  /** Tasks that existed, sub-tasks and cancelled ones included. */
  total_tasks: number;

  /** Tasks among them in state completed or approved. */
  completed_tasks: number;

  /** Tasks among them in state in_progress. */
  in_progress_tasks: number;

  /** Tasks among them in state blocked. */
  blocked_tasks: number;

  /** Sum of tasks.estimated_hours; a task without an estimate counts nothing. */
  total_estimated_hours: string;

  /** Sum of tasks.actual_hours up to that day. */
  total_actual_hours: string;

  /** Share of current requirements that are at least approved, 0 to 1; null if there are none. */
  requirements_completeness: string | null;

  /** Agreement of the project's decisions with each other, 0 to 1; null if not assessed. */
  architecture_coherence_score: string | null;

  /** Highest project_risks.risk_score among open risks, 0 to 4.5; null without risks. */
  risk_score: string | null;

  /** People with an open task or an activity in the project that day. */
  active_team_members: number;

  /** Sessions that were completed that day. */
  collaboration_sessions_count: number;

  /** Object that maps names of further measures to numbers. */
  custom_metrics: JsonValue;

  /** When the day was first measured. Rows older than this column have the time it came. */
  created_at: Date;

  /** When the day was last measured; set by trigger. */
  updated_at: Date;
}

/** Identifier type for public.project_analytics */
export type ProjectAnalyticsId = string & { __brand: 'public.project_analytics' };

/**
 * Represents the initializer for the table public.project_analytics
 * One snapshot of a project's numbers a day; charts over time read these, not the live tables.
 */
export interface ProjectAnalyticsInitializer {
  /**
   * For tools that want a single key; project and day identify a snapshot as well.
   * Default value: gen_random_uuid()
   */
  id?: ProjectAnalyticsId;

  /** Project that was measured; deleting it deletes its history. */
  project_id: ProjectsId;

  /**
   * Day the numbers describe, in UTC; the default follows the writer's time zone instead.
   * Default value: CURRENT_DATE
   */
  snapshot_date?: Date;

  /**
   * Tasks that existed, sub-tasks and cancelled ones included.
   * Default value: 0
   */
  total_tasks?: number;

  /**
   * Tasks among them in state completed or approved.
   * Default value: 0
   */
  completed_tasks?: number;

  /**
   * Tasks among them in state in_progress.
   * Default value: 0
   */
  in_progress_tasks?: number;

  /**
   * Tasks among them in state blocked.
   * Default value: 0
   */
  blocked_tasks?: number;

  /**
   * Sum of tasks.estimated_hours; a task without an estimate counts nothing.
   * Default value: 0
   */
  total_estimated_hours?: string;

  /**
   * Sum of tasks.actual_hours up to that day.
   * Default value: 0
   */
  total_actual_hours?: string;

  /** Share of current requirements that are at least approved, 0 to 1; null if there are none. */
  requirements_completeness?: string | null;

  /** Agreement of the project's decisions with each other, 0 to 1; null if not assessed. */
  architecture_coherence_score?: string | null;

  /** Highest project_risks.risk_score among open risks, 0 to 4.5; null without risks. */
  risk_score?: string | null;

  /**
   * People with an open task or an activity in the project that day.
   * Default value: 0
   */
  active_team_members?: number;

  /**
   * Sessions that were completed that day.
   * Default value: 0
   */
  collaboration_sessions_count?: number;

  /**
   * Object that maps names of further measures to numbers.
   * Default value: '{}'::jsonb
   */
  custom_metrics?: JsonValue;

  /**
   * When the day was first measured. Rows older than this column have the time it came.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When the day was last measured; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;
}

/**
 * Represents the view public.project_dashboard
 * Where each project stands at this moment; filter by project or by organization.
 */
export interface ProjectDashboard {
  /** The project. */
  project_id: string | null;

  /** Organization it belongs to; null for a personal project. */
  organization_id: string | null;

  /** projects.name. */
  name: string | null;

  /** Its phase. */
  status: ProjectStatusEnum | null;

  /** Its urgency in the organization. */
  priority: PriorityEnum | null;

  /** First planned day of work, or null. */
  start_date: Date | null;

  /** Day it is promised for, or null. */
  target_end_date: Date | null;

  /** Day it ended on; null while it runs. */
  actual_end_date: Date | null;

  /** When it was put away; null until then. */
  archived_at: Date | null;

  /** Money granted, or null. */
  budget_allocated: string | null;

  /** Money spent, or null. */
  budget_used: string | null;

  /** Tasks, sub-tasks and ended ones included. */
  total_tasks: string | null;

  /** Those completed or approved. */
  completed_tasks: string | null;

  /** Those in progress. */
  in_progress_tasks: string | null;

  /** Those blocked. */
  blocked_tasks: string | null;

  /** Those pending, in progress, blocked or in review. */
  open_tasks: string | null;

  /** The open ones that nobody has. */
  unassigned_tasks: string | null;

  /** Sum of all estimates. */
  estimated_hours: string | null;

  /** Sum of all booked hours. */
  actual_hours: string | null;

  /** Share of the current requirements that are at least approved, 0 to 1; null without any. */
  requirements_completeness: string | null;

  /** Risks neither closed nor occurred. */
  open_risks: string | null;

  /** The highest score among them, 0.10 to 4.50; null without any. */
  risk_score: string | null;

  /** Approval requests that wait for a decision. */
  open_approvals: string | null;
}

/**
 * Represents the table public.project_risks
 * What could go wrong in a project, how bad it would be and what is done about it.
 */
export interface ProjectRisks {
  /** Feeds and the audit log name risks by it; no foreign key does. */
  id: ProjectRisksId;

  /** Project at risk; deleting the project deletes its risks. */
  project_id: ProjectsId;

  /** What may happen, in one line. */
  title: string;

  /** Cause, event and effect in prose. */
  description: string;

  /** Where the risk comes from, which tells who is able to act. */
  category: RiskCategoryEnum;

  /** Likelihood as judged now, with the mitigation in place. */
  probability: RiskProbabilityEnum;

  /** Damage as judged now, with the contingency plan in place. */
  impact: RiskImpactEnum;

  /** Probability times impact, computed: 0.10 to 4.50, higher is worse. Compare it, never add it. */
  risk_score: string | null;

  /** What makes the event less likely; null while nothing is planned. */
  mitigation_strategy: string | null;

  /** What to do once it has happened; null while nothing is planned. */
  contingency_plan: string | null;

  /** User who watches the risk; null while nobody does. */
  owner_id: UsersId | null;

  /** How the risk is handled at present. */
  status: RiskStatusEnum;

  /** When the risk was first seen, which may be before it was entered. */
  identified_at: Date;

  /** When the mitigation took effect; null before. */
  mitigated_at: Date | null;

  /** Day of the next assessment; null asks for none. */
  review_date: Date | null;

  /** When the risk was entered. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who entered the risk. */
  created_by: UsersId;
}

/** Identifier type for public.project_risks */
export type ProjectRisksId = string & { __brand: 'public.project_risks' };

/**
 * Represents the initializer for the table public.project_risks
 * What could go wrong in a project, how bad it would be and what is done about it.
 */
export interface ProjectRisksInitializer {
  /**
   * Feeds and the audit log name risks by it; no foreign key does.
   * Default value: gen_random_uuid()
   */
  id?: ProjectRisksId;

  /** Project at risk; deleting the project deletes its risks. */
  project_id: ProjectsId;

  /** What may happen, in one line. */
  title: string;

  /** Cause, event and effect in prose. */
  description: string;

  /** Where the risk comes from, which tells who is able to act. */
  category: RiskCategoryEnum;

  /** Likelihood as judged now, with the mitigation in place. */
  probability: RiskProbabilityEnum;

  /** Damage as judged now, with the contingency plan in place. */
  impact: RiskImpactEnum;

  /** What makes the event less likely; null while nothing is planned. */
  mitigation_strategy?: string | null;

  /** What to do once it has happened; null while nothing is planned. */
  contingency_plan?: string | null;

  /** User who watches the risk; null while nobody does. */
  owner_id?: UsersId | null;

  /**
   * How the risk is handled at present.
   * Default value: 'identified'::risk_status_enum
   */
  status?: RiskStatusEnum;

  /**
   * When the risk was first seen, which may be before it was entered.
   * Default value: now()
   */
  identified_at?: Date;

  /** When the mitigation took effect; null before. */
  mitigated_at?: Date | null;

  /** Day of the next assessment; null asks for none. */
  review_date?: Date | null;

  /**
   * When the risk was entered.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who entered the risk. */
  created_by: UsersId;
}

/**
 * Represents the enum public.project_status_enum
 * Phase of a project. Completed and cancelled end it; on_hold suspends it, with a way back.
 */
export type ProjectStatusEnum = 
  | 'initiation'
  | 'analysis'
  | 'design'
  | 'planning'
  | 'execution'
  | 'completed'
  | 'cancelled'
  | 'on_hold';

/**
 * Represents the table public.projects
 * Undertakings that are designed before they are built; all work and talk belongs to one.
 */
export interface Projects {
  /** Part of every link into the project; nearly every other table refers to it. */
  id: ProjectsId;

  /** Title of the project; projects of one organization may share it. */
  name: string;

  /** Purpose and scope in prose; null until someone writes it. */
  description: string | null;

  /** Current phase; closing a project sets completed or cancelled and keeps its rows. */
  status: ProjectStatusEnum;

  /** Judged difficulty of the whole, independent of the complexity of single tasks. */
  complexity: ComplexityLevelEnum;

  /** Urgency among the organization's projects. */
  priority: PriorityEnum;

  /** When the project was entered, which may be long before its start_date. */
  created_at: Date;

  /** When a column of this row last changed, not one of its tasks; set by trigger. */
  updated_at: Date;

  /** User who entered the project; owns it alone while organization_id is null. */
  created_by: UsersId;

  /** Organization whose members work on it; null makes it a personal project of its creator. */
  organization_id: OrganizationsId | null;

  /** First planned day of work; null while it is not planned. */
  start_date: Date | null;

  /** Day by which it should be finished; null while there is no such promise. */
  target_end_date: Date | null;

  /** Day on which it did end; null while it runs. */
  actual_end_date: Date | null;

  /** Money granted, in the organization's one currency; null means that no budget is kept. */
  budget_allocated: string | null;

  /** Money spent so far in the same currency; may exceed the budget. Null means not recorded. */
  budget_used: string | null;

  /** Object with what project managers configure; indexed for containment queries. */
  settings: JsonValue;

  /** Object with what integrations keep about the project, one key each; people do not edit it. */
  metadata: JsonValue;

  /** English words of name (A) and the first 100,000 characters of description (B). */
  search_vector: string | null;

  /** When it was put away, out of the lists of current projects; null until then. */
  archived_at: Date | null;
}

/** Identifier type for public.projects */
export type ProjectsId = string & { __brand: 'public.projects' };

/**
 * Represents the initializer for the table public.projects
 * Undertakings that are designed before they are built; all work and talk belongs to one.
 */
export interface ProjectsInitializer {
  /**
   * Part of every link into the project; nearly every other table refers to it.
   * Default value: gen_random_uuid()
   */
  id?: ProjectsId;

  /** Title of the project; projects of one organization may share it. */
  name: string;

  /** Purpose and scope in prose; null until someone writes it. */
  description?: string | null;

  /**
   * Current phase; closing a project sets completed or cancelled and keeps its rows.
   * Default value: 'initiation'::project_status_enum
   */
  status?: ProjectStatusEnum;

  /**
   * Judged difficulty of the whole, independent of the complexity of single tasks.
   * Default value: 'moderate'::complexity_level_enum
   */
  complexity?: ComplexityLevelEnum;

  /**
   * Urgency among the organization's projects.
   * Default value: 'medium'::priority_enum
   */
  priority?: PriorityEnum;

  /**
   * When the project was entered, which may be long before its start_date.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When a column of this row last changed, not one of its tasks; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who entered the project; owns it alone while organization_id is null. */
  created_by: UsersId;

  /** Organization whose members work on it; null makes it a personal project of its creator. */
  organization_id?: OrganizationsId | null;

  /** First planned day of work; null while it is not planned. */
  start_date?: Date | null;

  /** Day by which it should be finished; null while there is no such promise. */
  target_end_date?: Date | null;

  /** Day on which it did end; null while it runs. */
  actual_end_date?: Date | null;

  /** Money granted, in the organization's one currency; null means that no budget is kept. */
  budget_allocated?: string | null;

  /** Money spent so far in the same currency; may exceed the budget. Null means not recorded. */
  budget_used?: string | null;

  /**
   * Object with what project managers configure; indexed for containment queries.
   * Default value: '{}'::jsonb
   */
  settings?: JsonValue;

  /**
   * Object with what integrations keep about the project, one key each; people do not edit it.
   * Default value: '{}'::jsonb
   */
  metadata?: JsonValue;

  /** English words of name (A) and the first 100,000 characters of description (B). */
  search_vector?: string | null;

  /** When it was put away, out of the lists of current projects; null until then. */
  archived_at?: Date | null;
}

/**
 * Represents the enum public.requirement_status_enum
 * Life of a requirement, draft to accepted; rejected and deprecated take it out of the scope.
 */
export type RequirementStatusEnum = 
  | 'draft'
  | 'review'
  | 'approved'
  | 'implemented'
  | 'tested'
  | 'accepted'
  | 'rejected'
  | 'deprecated';

/**
 * Represents the enum public.requirement_type_enum
 * Functional says what the system does; every other kind says under which condition it does it.
 */
export type RequirementTypeEnum = 
  | 'functional'
  | 'non_functional'
  | 'business'
  | 'technical'
  | 'security'
  | 'performance'
  | 'usability'
  | 'compliance';

/**
 * Represents the table public.requirements
 * What a project must achieve; a changed requirement is a new version in a new row.
 */
export interface Requirements {
  /** Identifies one version, not the requirement through all of them. */
  id: RequirementsId;

  /** Project that has to meet it; deleting the project deletes its requirements. */
  project_id: ProjectsId;

  /** Requirement that this one refines; null at the top. A refined one cannot be deleted alone. */
  parent_requirement_id: RequirementsId | null;

  /** The demand in one line. */
  title: string;

  /** The demand in full, as agreed with its stakeholder. */
  description: string;

  /** What kind of demand it is; there is no default because the choice matters. */
  type: RequirementTypeEnum;

  /** Urgency among the project's requirements. */
  priority: PriorityEnum;

  /** How far this version has come. */
  status: RequirementStatusEnum;

  /** Heading in the project's own outline, such as Reporting; null while unsorted. */
  category: string | null;

  /** Where the demand comes from: a law, a contract, an interview. Null if nobody noted it. */
  source: string | null;

  /** User who speaks for the demand and accepts its fulfilment; null while nobody does. */
  stakeholder_id: UsersId | null;

  /** From 0, trivial, to 1, hardest; null until analysed. */
  complexity_score: string | null;

  /** Expected working hours for all tasks that serve it; null until analysed. */
  effort_estimate_hours: string | null;

  /** How risky it is to build, judged during analysis; medium until someone has judged. */
  risk_level: RiskLevelEnum;

  /** Array of conditions, each of which must hold before the status becomes accepted. */
  acceptance_criteria: JsonValue;

  /** Array of references to the tests that show the criteria are met. */
  test_cases: JsonValue;

  /** Requirements worth reading along with this one; ids without a foreign key, in no order. */
  related_requirements: string[];

  /** Counts the versions of one requirement from 1. */
  version: number;

  /** True for the version in force; earlier ones stay for reference with false. */
  is_current_version: boolean;

  /** When this version was written. */
  created_at: Date;

  /** When any column of this version last changed; set by trigger. */
  updated_at: Date;

  /** User who wrote this version. */
  created_by: UsersId;

  /** Object with the attributes that a project adds to its requirements. */
  custom_attributes: JsonValue;

  /** Array with name, address and size of each attached file; the files are stored elsewhere. */
  attachments: JsonValue;

  /** English words of title (A) and the first 100,000 characters of description (B). */
  search_vector: string | null;

  /** Id of the first version, the same in all versions of one requirement; by default the own id. */
  lineage_id: RequirementsId;
}

/** Identifier type for public.requirements */
export type RequirementsId = string & { __brand: 'public.requirements' };

/**
 * Represents the initializer for the table public.requirements
 * What a project must achieve; a changed requirement is a new version in a new row.
 */
export interface RequirementsInitializer {
  /**
   * Identifies one version, not the requirement through all of them.
   * Default value: gen_random_uuid()
   */
  id?: RequirementsId;

  /** Project that has to meet it; deleting the project deletes its requirements. */
  project_id: ProjectsId;

  /** Requirement that this one refines; null at the top. A refined one cannot be deleted alone. */
  parent_requirement_id?: RequirementsId | null;

  /** The demand in one line. */
  title: string;

  /** The demand in full, as agreed with its stakeholder. */
  description: string;

  /** What kind of demand it is; there is no default because the choice matters. */
  type: RequirementTypeEnum;

  /**
   * Urgency among the project's requirements.
   * Default value: 'medium'::priority_enum
   */
  priority?: PriorityEnum;

  /**
   * How far this version has come.
   * Default value: 'draft'::requirement_status_enum
   */
  status?: RequirementStatusEnum;

  /** Heading in the project's own outline, such as Reporting; null while unsorted. */
  category?: string | null;

  /** Where the demand comes from: a law, a contract, an interview. Null if nobody noted it. */
  source?: string | null;

  /** User who speaks for the demand and accepts its fulfilment; null while nobody does. */
  stakeholder_id?: UsersId | null;

  /** From 0, trivial, to 1, hardest; null until analysed. */
  complexity_score?: string | null;

  /** Expected working hours for all tasks that serve it; null until analysed. */
  effort_estimate_hours?: string | null;

  /**
   * How risky it is to build, judged during analysis; medium until someone has judged.
   * Default value: 'medium'::risk_level_enum
   */
  risk_level?: RiskLevelEnum;

  /**
   * Array of conditions, each of which must hold before the status becomes accepted.
   * Default value: '[]'::jsonb
   */
  acceptance_criteria?: JsonValue;

  /**
   * Array of references to the tests that show the criteria are met.
   * Default value: '[]'::jsonb
   */
  test_cases?: JsonValue;

  /**
   * Requirements worth reading along with this one; ids without a foreign key, in no order.
   * Default value: '{}'::uuid[]
   */
  related_requirements?: string[];

  /**
   * Counts the versions of one requirement from 1.
   * Default value: 1
   */
  version?: number;

  /**
   * True for the version in force; earlier ones stay for reference with false.
   * Default value: true
   */
  is_current_version?: boolean;

  /**
   * When this version was written.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column of this version last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who wrote this version. */
  created_by: UsersId;

  /**
   * Object with the attributes that a project adds to its requirements.
   * Default value: '{}'::jsonb
   */
  custom_attributes?: JsonValue;

  /**
   * Array with name, address and size of each attached file; the files are stored elsewhere.
   * Default value: '[]'::jsonb
   */
  attachments?: JsonValue;

  /** English words of title (A) and the first 100,000 characters of description (B). */
  search_vector?: string | null;

  /** Id of the first version, the same in all versions of one requirement; by default the own id. */
  lineage_id: RequirementsId;
}

/**
 * Represents the enum public.risk_category_enum
 * Where a risk comes from; external is what the organization cannot influence.
 */
export type RiskCategoryEnum = 
  | 'technical'
  | 'business'
  | 'security'
  | 'performance'
  | 'resource'
  | 'schedule'
  | 'quality'
  | 'external';

/**
 * Represents the enum public.risk_impact_enum
 * How much a risk would hurt. The labels count 1 to 5 in risk_score.
 */
export type RiskImpactEnum = 
  | 'very_low'
  | 'low'
  | 'medium'
  | 'high'
  | 'very_high';

/**
 * Represents the enum public.risk_level_enum
 * How risky a requirement is to build, on the five steps also used for probability and impact.
 */
export type RiskLevelEnum = 
  | 'very_low'
  | 'low'
  | 'medium'
  | 'high'
  | 'very_high';

/**
 * Represents the enum public.risk_probability_enum
 * How likely a risk is. The labels count 0.1, 0.3, 0.5, 0.7 and 0.9 in risk_score.
 */
export type RiskProbabilityEnum = 
  | 'very_low'
  | 'low'
  | 'medium'
  | 'high'
  | 'very_high';

/**
 * Represents the enum public.risk_status_enum
 * Handling of a risk. Closed means it can no longer happen, occurred that it did.
 */
export type RiskStatusEnum = 
  | 'identified'
  | 'assessed'
  | 'mitigated'
  | 'monitoring'
  | 'closed'
  | 'occurred';

/**
 * Represents the table public.session_participants
 * Who is invited to a session and whether they came, one row a person and session.
 */
export interface SessionParticipants {
  /** One person's place in one session, kept when the person comes and goes. */
  id: SessionParticipantsId;

  /** The session; deleting it deletes its guest list. */
  session_id: CollaborationSessionsId;

  /** The person invited; deleting the user deletes their invitations. */
  user_id: UsersId;

  /** Part this person plays in this session. */
  role: ParticipantRoleEnum;

  /** From invitation to departure; only the latest step is kept. */
  status: ParticipantStatusEnum;

  /** When the invitation was sent. */
  invited_at: Date;

  /** When the person first came in; null if they have not. */
  joined_at: Date | null;

  /** When the person last went out; null while inside and if they never came. */
  left_at: Date | null;

  /** May change what is worked on during the session. */
  can_edit: boolean;

  /** May admit, mute and remove others. */
  can_moderate: boolean;

  /** When the guest was put on the list. Rows older than this column have the time it came. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;
}

/** Identifier type for public.session_participants */
export type SessionParticipantsId = string & { __brand: 'public.session_participants' };

/**
 * Represents the initializer for the table public.session_participants
 * Who is invited to a session and whether they came, one row a person and session.
 */
export interface SessionParticipantsInitializer {
  /**
   * One person's place in one session, kept when the person comes and goes.
   * Default value: gen_random_uuid()
   */
  id?: SessionParticipantsId;

  /** The session; deleting it deletes its guest list. */
  session_id: CollaborationSessionsId;

  /** The person invited; deleting the user deletes their invitations. */
  user_id: UsersId;

  /**
   * Part this person plays in this session.
   * Default value: 'participant'::participant_role_enum
   */
  role?: ParticipantRoleEnum;

  /**
   * From invitation to departure; only the latest step is kept.
   * Default value: 'invited'::participant_status_enum
   */
  status?: ParticipantStatusEnum;

  /**
   * When the invitation was sent.
   * Default value: now()
   */
  invited_at?: Date;

  /** When the person first came in; null if they have not. */
  joined_at?: Date | null;

  /** When the person last went out; null while inside and if they never came. */
  left_at?: Date | null;

  /**
   * May change what is worked on during the session.
   * Default value: false
   */
  can_edit?: boolean;

  /**
   * May admit, mute and remove others.
   * Default value: false
   */
  can_moderate?: boolean;

  /**
   * When the guest was put on the list. Rows older than this column have the time it came.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;
}

/**
 * Represents the enum public.session_status_enum
 * State of a session. A postponed one still waits for its new date, a cancelled one does not.
 */
export type SessionStatusEnum = 
  | 'scheduled'
  | 'in_progress'
  | 'completed'
  | 'cancelled'
  | 'postponed';

/**
 * Represents the enum public.session_type_enum
 * What people meet for.
 */
export type SessionTypeEnum = 
  | 'requirements_review'
  | 'architecture_review'
  | 'planning'
  | 'standup'
  | 'retrospective'
  | 'design_session'
  | 'approval_meeting';

/**
 * Represents the view public.status_transitions
 * The legal steps of projects, tasks and approval requests, and the permission each takes.
 */
export interface StatusTransitions {
  /** Table whose column status takes the step. */
  subject: string | null;

  /** What the step is called; procedures have the same names. */
  action: string | null;

  /** Label before the step. */
  from_status: string | null;

  /** Label after it. */
  to_status: string | null;

  /** What an actor needs for it; see user_permissions. */
  permission: string | null;
}

/**
 * Represents the table public.task_dependencies
 * Which task waits for which, within one project and never in a circle.
 */
export interface TaskDependencies {
  /** For tools that want a single key; predecessor and successor identify a dependency as well. */
  id: TaskDependenciesId;

  /** Project of both tasks; two foreign keys hold them there. */
  project_id: ProjectsId;

  /** Task that is waited for; deleting it ends the wait. */
  predecessor_id: TasksId;

  /** Task that waits; deleting it ends the wait. */
  successor_id: TasksId;

  /** Which end of the successor waits for which end of the predecessor. */
  kind: TaskDependencyKindEnum;

  /** When the dependency was entered. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;

  /** User who entered the dependency. */
  created_by: UsersId;
}

/** Identifier type for public.task_dependencies */
export type TaskDependenciesId = string & { __brand: 'public.task_dependencies' };

/**
 * Represents the initializer for the table public.task_dependencies
 * Which task waits for which, within one project and never in a circle.
 */
export interface TaskDependenciesInitializer {
  /**
   * For tools that want a single key; predecessor and successor identify a dependency as well.
   * Default value: gen_random_uuid()
   */
  id?: TaskDependenciesId;

  /** Project of both tasks; two foreign keys hold them there. */
  project_id: ProjectsId;

  /** Task that is waited for; deleting it ends the wait. */
  predecessor_id: TasksId;

  /** Task that waits; deleting it ends the wait. */
  successor_id: TasksId;

  /**
   * Which end of the successor waits for which end of the predecessor.
   * Default value: 'finish_to_start'::task_dependency_kind_enum
   */
  kind?: TaskDependencyKindEnum;

  /**
   * When the dependency was entered.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who entered the dependency. */
  created_by: UsersId;
}

/**
 * Represents the enum public.task_dependency_kind_enum
 * What a dependency ties: the first word is the predecessor's end, the last the successor's.
 */
export type TaskDependencyKindEnum = 
  | 'finish_to_start'
  | 'start_to_start'
  | 'finish_to_finish'
  | 'start_to_finish';

/**
 * Represents the enum public.task_status_enum
 * State of a task. Pending, in_progress, blocked and needs_review are open; the others end it.
 */
export type TaskStatusEnum = 
  | 'pending'
  | 'in_progress'
  | 'completed'
  | 'blocked'
  | 'cancelled'
  | 'needs_review'
  | 'approved'
  | 'rejected';

/**
 * Represents the table public.tasks
 * Pieces of work; a task may be split into sub-tasks, to any depth.
 */
export interface Tasks {
  /** Part of links; approval requests, feeds and the audit log name tasks by it. */
  id: TasksId;

  /** Project the work belongs to; deleting the project deletes its tasks. */
  project_id: ProjectsId;

  /** Task that this one is a part of; null at the top. Deleting the parent deletes its parts. */
  parent_task_id: TasksId | null;

  /** What is to be done, in one line. */
  title: string;

  /** How and why, in prose; null if the title says it all. */
  description: string | null;

  /** Where the task stands on the board; no task's status follows from its sub-tasks. */
  status: TaskStatusEnum;

  /** Urgency among the project's tasks. */
  priority: PriorityEnum;

  /** Judged difficulty, the basis of the estimate. */
  complexity: ComplexityLevelEnum;

  /** User who does the work; null while nobody does. */
  assigned_to: UsersId | null;

  /** When the present assignee got the task; null while nobody has it. */
  assigned_at: Date | null;

  /** User who made the present assignment; null while there is none. */
  assigned_by: UsersId | null;

  /** Expected working hours without those of sub-tasks; null while not estimated. */
  estimated_hours: string | null;

  /** Working hours booked so far, without those of sub-tasks. */
  actual_hours: string;

  /** When work first began; null before. Taking the task up again does not change it. */
  started_at: Date | null;

  /** When the task was finished; null while it is open. */
  completed_at: Date | null;

  /** Place among the tasks of the same parent, lowest first, gaps allowed; null sorts last. */
  sequence_order: number | null;

  /** True for a date to reach rather than work to do; reports list these apart. */
  is_milestone: boolean;

  /** True while a delay of this task delays the project's end. */
  is_critical_path: boolean;

  /** When the task was entered; lists show the newest first by it. */
  created_at: Date;

  /** When any column last changed; set by trigger. An index on it would make every update dearer. */
  updated_at: Date;

  /** User who entered the task, or the system user for imported and generated ones. */
  created_by: UsersId;

  /** Object with the fields that a project adds to its tasks, such as an external reference. */
  custom_fields: JsonValue;

  /** Array with name, address and size of each attached file; the files are stored elsewhere. */
  attachments: JsonValue;

  /** Free labels for grouping, in the order they were given. */
  tags: string[];

  /** English words of title (A) and the first 100,000 characters of description (B). */
  search_vector: string | null;

  /** Last day on which it may be finished without being overdue; null while there is no promise. */
  due_date: Date | null;
}

/** Identifier type for public.tasks */
export type TasksId = string & { __brand: 'public.tasks' };

/**
 * Represents the initializer for the table public.tasks
 * Pieces of work; a task may be split into sub-tasks, to any depth.
 */
export interface TasksInitializer {
  /**
   * Part of links; approval requests, feeds and the audit log name tasks by it.
   * Default value: gen_random_uuid()
   */
  id?: TasksId;

  /** Project the work belongs to; deleting the project deletes its tasks. */
  project_id: ProjectsId;

  /** Task that this one is a part of; null at the top. Deleting the parent deletes its parts. */
  parent_task_id?: TasksId | null;

  /** What is to be done, in one line. */
  title: string;

  /** How and why, in prose; null if the title says it all. */
  description?: string | null;

  /**
   * Where the task stands on the board; no task's status follows from its sub-tasks.
   * Default value: 'pending'::task_status_enum
   */
  status?: TaskStatusEnum;

  /**
   * Urgency among the project's tasks.
   * Default value: 'medium'::priority_enum
   */
  priority?: PriorityEnum;

  /**
   * Judged difficulty, the basis of the estimate.
   * Default value: 'moderate'::complexity_level_enum
   */
  complexity?: ComplexityLevelEnum;

  /** User who does the work; null while nobody does. */
  assigned_to?: UsersId | null;

  /** When the present assignee got the task; null while nobody has it. */
  assigned_at?: Date | null;

  /** User who made the present assignment; null while there is none. */
  assigned_by?: UsersId | null;

  /** Expected working hours without those of sub-tasks; null while not estimated. */
  estimated_hours?: string | null;

  /**
   * Working hours booked so far, without those of sub-tasks.
   * Default value: 0
   */
  actual_hours?: string;

  /** When work first began; null before. Taking the task up again does not change it. */
  started_at?: Date | null;

  /** When the task was finished; null while it is open. */
  completed_at?: Date | null;

  /** Place among the tasks of the same parent, lowest first, gaps allowed; null sorts last. */
  sequence_order?: number | null;

  /**
   * True for a date to reach rather than work to do; reports list these apart.
   * Default value: false
   */
  is_milestone?: boolean;

  /**
   * True while a delay of this task delays the project's end.
   * Default value: false
   */
  is_critical_path?: boolean;

  /**
   * When the task was entered; lists show the newest first by it.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger. An index on it would make every update dearer.
   * Default value: now()
   */
  updated_at?: Date;

  /** User who entered the task, or the system user for imported and generated ones. */
  created_by: UsersId;

  /**
   * Object with the fields that a project adds to its tasks, such as an external reference.
   * Default value: '{}'::jsonb
   */
  custom_fields?: JsonValue;

  /**
   * Array with name, address and size of each attached file; the files are stored elsewhere.
   * Default value: '[]'::jsonb
   */
  attachments?: JsonValue;

  /**
   * Free labels for grouping, in the order they were given.
   * Default value: '{}'::text[]
   */
  tags?: string[];

  /** English words of title (A) and the first 100,000 characters of description (B). */
  search_vector?: string | null;

  /** Last day on which it may be finished without being overdue; null while there is no promise. */
  due_date?: Date | null;
}

/**
 * Represents the table public.team_memberships
 * Who belongs to which organization, one row each: whoever comes back gets the old row again.
 */
export interface TeamMemberships {
  /** A returning member keeps it. */
  id: TeamMembershipsId;

  /** Organization that is joined; deleting it deletes its memberships. */
  organization_id: OrganizationsId;

  /** The member; deleting the user deletes their memberships. */
  user_id: UsersId;

  /** Role inside this organization; it decides here, whatever users.role says. */
  role: UserRoleEnum;

  /** Standing of the member; only active gives access to the organization's projects. */
  status: MembershipStatusEnum;

  /** Member who sent the invitation; null for founders and for people added by the platform. */
  invited_by: UsersId | null;

  /** When the invitation was accepted; null while it is open. */
  joined_at: Date | null;

  /** When the member left; null for everyone who has not. */
  left_at: Date | null;

  /** Rights in this organization beyond the role, one name an element. */
  custom_permissions: string[];

  /** When the person was added or invited. Rows older than this column have the time it came. */
  created_at: Date;

  /** When any column last changed; set by trigger. */
  updated_at: Date;
}

/** Identifier type for public.team_memberships */
export type TeamMembershipsId = string & { __brand: 'public.team_memberships' };

/**
 * Represents the initializer for the table public.team_memberships
 * Who belongs to which organization, one row each: whoever comes back gets the old row again.
 */
export interface TeamMembershipsInitializer {
  /**
   * A returning member keeps it.
   * Default value: gen_random_uuid()
   */
  id?: TeamMembershipsId;

  /** Organization that is joined; deleting it deletes its memberships. */
  organization_id: OrganizationsId;

  /** The member; deleting the user deletes their memberships. */
  user_id: UsersId;

  /**
   * Role inside this organization; it decides here, whatever users.role says.
   * Default value: 'developer'::user_role_enum
   */
  role?: UserRoleEnum;

  /**
   * Standing of the member; only active gives access to the organization's projects.
   * Default value: 'active'::membership_status_enum
   */
  status?: MembershipStatusEnum;

  /** Member who sent the invitation; null for founders and for people added by the platform. */
  invited_by?: UsersId | null;

  /**
   * When the invitation was accepted; null while it is open.
   * Default value: now()
   */
  joined_at?: Date | null;

  /** When the member left; null for everyone who has not. */
  left_at?: Date | null;

  /**
   * Rights in this organization beyond the role, one name an element.
   * Default value: '{}'::text[]
   */
  custom_permissions?: string[];

  /**
   * When the person was added or invited. Rows older than this column have the time it came.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;
}

/**
 * Represents the table public.user_activities
 * Feed of what users do, made to be shown to them. The evidence is in audit_logs.
 */
export interface UserActivities {
  /** Supplied time-ordered by the feed's writers, so that it breaks ties of occurred_at. */
  id: UserActivitiesId;

  /** User who acted; deleting the user deletes their feed. */
  user_id: UsersId;

  /** Project the act concerns; null for acts outside any project. Deleting it deletes the entry. */
  project_id: ProjectsId | null;

  /** Kind of act, for filtering. */
  activity_type: ActivityTypeEnum;

  /** The application's own name of the act, such as task.moved. */
  action: string;

  /** Sentence shown in the feed; null lets the reader build it from action and entity. */
  description: string | null;

  /** What entity_id identifies, such as task; null if the act has no object. */
  entity_type: string | null;

  /** Row acted upon, which may be gone by now; not a foreign key. Null like entity_type. */
  entity_id: string | null;

  /** When it happened; feeds show the newest first. */
  occurred_at: Date;

  /** Object with details for showing the entry, such as both columns of a moved card. */
  metadata: JsonValue;

  /** Network address the act came from; null for acts of the platform itself. */
  ip_address: string | null;

  /** Browser or client as it named itself; null if it did not. */
  user_agent: string | null;

  /** Sign-in session of the browser or client, not a collaboration session; null without one. */
  session_id: string | null;
}

/** Identifier type for public.user_activities */
export type UserActivitiesId = string & { __brand: 'public.user_activities' };

/**
 * Represents the initializer for the table public.user_activities
 * Feed of what users do, made to be shown to them. The evidence is in audit_logs.
 */
export interface UserActivitiesInitializer {
  /**
   * Supplied time-ordered by the feed's writers, so that it breaks ties of occurred_at.
   * Default value: gen_random_uuid()
   */
  id?: UserActivitiesId;

  /** User who acted; deleting the user deletes their feed. */
  user_id: UsersId;

  /** Project the act concerns; null for acts outside any project. Deleting it deletes the entry. */
  project_id?: ProjectsId | null;

  /** Kind of act, for filtering. */
  activity_type: ActivityTypeEnum;

  /** The application's own name of the act, such as task.moved. */
  action: string;

  /** Sentence shown in the feed; null lets the reader build it from action and entity. */
  description?: string | null;

  /** What entity_id identifies, such as task; null if the act has no object. */
  entity_type?: string | null;

  /** Row acted upon, which may be gone by now; not a foreign key. Null like entity_type. */
  entity_id?: string | null;

  /**
   * When it happened; feeds show the newest first.
   * Default value: clock_timestamp()
   */
  occurred_at?: Date;

  /**
   * Object with details for showing the entry, such as both columns of a moved card.
   * Default value: '{}'::jsonb
   */
  metadata?: JsonValue;

  /** Network address the act came from; null for acts of the platform itself. */
  ip_address?: string | null;

  /** Browser or client as it named itself; null if it did not. */
  user_agent?: string | null;

  /** Sign-in session of the browser or client, not a collaboration session; null without one. */
  session_id?: string | null;
}

/**
 * Represents the view public.user_permissions
 * What each active person may do on the platform, in each organization and in each project.
 */
export interface UserPermissions {
  /** Where the row counts: platform, organization or project. */
  scope: string | null;

  /** The person; whoever is inactive, or no active member, has no row. */
  user_id: string | null;

  /** Organization of the membership; null on the platform and for a personal project. */
  organization_id: string | null;

  /** Project in which the row counts; null for the two wider scopes. */
  project_id: string | null;

  /** Role that decides there: of the membership, or users.role on the platform. */
  role: UserRoleEnum | null;

  /** Names of what the person may do there: those of the role, then those added for the person. */
  permissions: string[] | null;
}

/**
 * Represents the enum public.user_role_enum
 * Role of a person: platform-wide in users, within one organization in team_memberships.
 */
export type UserRoleEnum = 
  | 'admin'
  | 'project_manager'
  | 'architect'
  | 'tech_lead'
  | 'developer'
  | 'designer'
  | 'qa_engineer'
  | 'business_analyst'
  | 'stakeholder'
  | 'viewer';

/**
 * Represents the table public.users
 * People who sign in, and the platform itself as the actor behind what no person made.
 */
export interface Users {
  /** Random by default; writers of many rows supply a time-ordered uuidv7(), here and elsewhere. */
  id: UsersId;

  /** Address for sign-in and mail, kept and compared exactly as entered, letter case included. */
  email: string;

  /** Short public handle for mentions and links; compared with letter case. */
  username: string;

  /** Salted hash in PHC form, made by the application. Beginning $disabled$ it fits no password. */
  password_hash: string;

  /** Given name; null until the user fills in the profile. */
  first_name: string | null;

  /** Family name; null until the user fills in the profile. */
  last_name: string | null;

  /** Name shown to others; null falls back to the username. */
  display_name: string | null;

  /** Address of the picture; null shows initials instead. */
  avatar_url: string | null;

  /** Free text about the person on their profile page; null shows none. Not searched. */
  bio: string | null;

  /** IANA name such as Europe/Berlin, used only to show times; all times are stored in UTC. */
  timezone: string;

  /** Role on the platform as a whole. Inside an organization the membership's role counts. */
  role: UserRoleEnum;

  /** Platform-wide rights beyond the role, one name an element. */
  permissions: string[];

  /** False closes the account: no sign-in, no API access. Rows that name the user stay. */
  is_active: boolean;

  /** True once the user has answered the mail sent to the address. */
  is_verified: boolean;

  /** Latest successful sign-in with a password; null means never. */
  last_login_at: Date | null;

  /** When the password was last set; sessions opened earlier are no longer valid. */
  password_changed_at: Date;

  /** Wrong passwords since the last successful sign-in, which resets it to 0. */
  failed_login_attempts: number;

  /** Sign-in is refused before this moment; null or past means that the account is not locked. */
  locked_until: Date | null;

  /** Hash of the one API key a user may have; the key itself is shown once. Null means no key. */
  api_key_hash: string | null;

  /** When the current API key was issued; null without a key. */
  api_key_created_at: Date | null;

  /** Latest request made with the API key; null while it is unused. */
  api_key_last_used: Date | null;

  /** When the account was opened. */
  created_at: Date;

  /** When any column last changed, a sign-in included; set by trigger. */
  updated_at: Date;

  /** Object with the user's own settings of the interface: theme, language, start page. */
  preferences: JsonValue;

  /** Object with a boolean a channel (email, push, in_app) and how often a digest is sent. */
  notification_settings: JsonValue;

  /** Names only, unstemmed (configuration simple): display, first and last name A, username B. */
  search_vector: string | null;
}

/** Identifier type for public.users */
export type UsersId = string & { __brand: 'public.users' };

/**
 * Represents the initializer for the table public.users
 * People who sign in, and the platform itself as the actor behind what no person made.
 */
export interface UsersInitializer {
  /**
   * Random by default; writers of many rows supply a time-ordered uuidv7(), here and elsewhere.
   * Default value: gen_random_uuid()
   */
  id?: UsersId;

  /** Address for sign-in and mail, kept and compared exactly as entered, letter case included. */
  email: string;

  /** Short public handle for mentions and links; compared with letter case. */
  username: string;

  /** Salted hash in PHC form, made by the application. Beginning $disabled$ it fits no password. */
  password_hash: string;

  /** Given name; null until the user fills in the profile. */
  first_name?: string | null;

  /** Family name; null until the user fills in the profile. */
  last_name?: string | null;

  /** Name shown to others; null falls back to the username. */
  display_name?: string | null;

  /** Address of the picture; null shows initials instead. */
  avatar_url?: string | null;

  /** Free text about the person on their profile page; null shows none. Not searched. */
  bio?: string | null;

  /**
   * IANA name such as Europe/Berlin, used only to show times; all times are stored in UTC.
   * Default value: 'UTC'::character varying
   */
  timezone?: string;

  /**
   * Role on the platform as a whole. Inside an organization the membership's role counts.
   * Default value: 'developer'::user_role_enum
   */
  role?: UserRoleEnum;

  /**
   * Platform-wide rights beyond the role, one name an element.
   * Default value: '{}'::text[]
   */
  permissions?: string[];

  /**
   * False closes the account: no sign-in, no API access. Rows that name the user stay.
   * Default value: true
   */
  is_active?: boolean;

  /**
   * True once the user has answered the mail sent to the address.
   * Default value: false
   */
  is_verified?: boolean;

  /** Latest successful sign-in with a password; null means never. */
  last_login_at?: Date | null;

  /**
   * When the password was last set; sessions opened earlier are no longer valid.
   * Default value: now()
   */
  password_changed_at?: Date;

  /**
   * Wrong passwords since the last successful sign-in, which resets it to 0.
   * Default value: 0
   */
  failed_login_attempts?: number;

  /** Sign-in is refused before this moment; null or past means that the account is not locked. */
  locked_until?: Date | null;

  /** Hash of the one API key a user may have; the key itself is shown once. Null means no key. */
  api_key_hash?: string | null;

  /** When the current API key was issued; null without a key. */
  api_key_created_at?: Date | null;

  /** Latest request made with the API key; null while it is unused. */
  api_key_last_used?: Date | null;

  /**
   * When the account was opened.
   * Default value: now()
   */
  created_at?: Date;

  /**
   * When any column last changed, a sign-in included; set by trigger.
   * Default value: now()
   */
  updated_at?: Date;

  /**
   * Object with the user's own settings of the interface: theme, language, start page.
   * Default value: '{}'::jsonb
   */
  preferences?: JsonValue;

  /**
   * Object with a boolean a channel (email, push, in_app) and how often a digest is sent.
   * Default value: '{"push": true, "email": true, "in_app": true, "digest_frequency": "daily"}'::jsonb
   */
  notification_settings?: JsonValue;

  /** Names only, unstemmed (configuration simple): display, first and last name A, username B. */
  search_vector?: string | null;
}