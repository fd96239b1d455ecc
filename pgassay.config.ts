import { bdufDataset } from "@bduf/fixtures";
import { defineConfig } from "pgassay";
import { stressMix } from "./packages/bench/stress.config.ts";

export default defineConfig({
    migrations: { directory: "db/migrations", schemaFile: "db/schema.sql" },
    docs: "docs/schema",
    tests: "packages/schema/tests",
    queries: "packages/bench/queries",
    goldens: "packages/bench/goldens",
    dataset: bdufDataset,
    seeds: {
        sample: ["db/seeds/default_organizations.sql", "db/seeds/default_users.sql", "db/seeds/sample_projects.sql"],
    },
    statistics: "packages/bench/statistics",
    model: {
        // A thousand tasks, and up to a thousand million.
        scales: [0.01, 1, 100, 10_000],
        measured: [0.1, 3],
        exceptions: [
            {
                scale: 3,
                cases: ["auth/permission_check#member"],
                reason: "either key of team_memberships finds the one row: costs of 5.0 and 6.1",
            },
            {
                scale: 5,
                cases: ["auth/permission_check#member"],
                reason: "either key of team_memberships finds the one row: costs of 5.0 and 6.1",
            },
            {
                scale: 3,
                cases: [
                    "auth/org_members_by_role#typical",
                    "project/org_project_list#typical",
                    "project/projects_past_target#typical",
                ],
                reason: "the typical organisation of this scale has twice the members and projects of the captured one",
            },
            {
                scale: 3,
                cases: ["session/my_upcoming_sessions#hot"],
                reason: "the same indexes either way: whether to remember sessions that come twice is a matter of a few rows",
            },
        ],
    },
    runs: "packages/bench/runs",
    history: "packages/bench/history",
    stress: stressMix,
    mutation: { accepted: "packages/schema/accepted-survivors.yaml" },
    lint: {
        exceptions: [
            {
                code: "squawk-require-lock-timeout",
                reason: "limits come with the URL: a `set` beside a concurrent build would put it into a transaction",
            },
            {
                code: "squawk-require-statement-timeout",
                reason: "limits come with the URL, as db/README.md says",
            },
            {
                code: "squawk-prefer-text-field",
                subjects: ["20260101000001_001_initial_schema.sql:*", "20260101000002_004_analytics_schema.sql:*"],
                reason: "the specification gives these columns their types",
            },
            {
                code: "squawk-prefer-bigint-over-int",
                subjects: ["20260101000001_001_initial_schema.sql:*", "20260101000002_004_analytics_schema.sql:*"],
                reason: "the specification gives these columns their types; each counts or measures, and none numbers rows",
            },
            {
                code: "squawk-prefer-bigint-over-int",
                subjects: ["20260201000013_approval_assignments.sql:*"],
                reason: "a step of a workflow, of which there are few, typed like the steps of the specification",
            },
            {
                code: "squawk-require-concurrent-index-creation",
                subjects: ["20260101000003_002_indexes_and_constraints.sql:*"],
                reason: "the tables were made two files before and are empty",
            },
            {
                code: "squawk-require-concurrent-index-deletion",
                subjects: ["20260201000088_unique_api_key_hash.sql:*"],
                reason: "the drop and the new name come in one transaction, so that the query always has its index",
            },
            {
                code: "migration-changes-rows-under-lock",
                subjects: ["20260201000012_requirement_lineages.sql:*", "20260201000013_approval_assignments.sql:*"],
                reason: "before the first release: no database with many rows is older than this file",
            },
            {
                code: "squawk-adding-not-nullable-field",
                subjects: ["20260201000012_requirement_lineages.sql:*", "20260201000013_approval_assignments.sql:*"],
                reason: "before the first release: no database with many rows is older than this file",
            },
            {
                code: "squawk-constraint-missing-not-valid",
                subjects: ["20260201000013_approval_assignments.sql:*", "20260301000001_project_archive.sql:*"],
                reason: "before the first release: no database with many rows is older than this file",
            },
            {
                code: "squawk-adding-foreign-key-constraint",
                subjects: ["20260201000013_approval_assignments.sql:*"],
                reason: "before the first release: no database with many rows is older than this file",
            },
            {
                code: "index-proposed",
                subjects: ["projects.projects_organization_id_updated_at_id_idx"],
                reason: "spares a search for rare words 50 blocks; no update of a project could be heap-only with it",
            },
            {
                code: "index-proposed",
                subjects: [
                    "tasks.tasks_project_id_priority_created_at_assigned_to_estimated_idx",
                    "tasks.tasks_project_id_status_estimated_hours_actual_hours_comple_idx",
                ],
                reason: "the specification names the indexes without these columns; no entry of hours could be heap-only",
            },
            {
                code: "index-proposed",
                subjects: [
                    "audit_logs.audit_logs_occurred_at_idx1",
                    "user_activities.user_activities_occurred_at_user_id_activity_type_idx",
                ],
                reason: "BRIN finds the days in a thousandth of the room (docs/adr/0033), and the reports stay within budget",
            },
            {
                code: "index-unneeded",
                subjects: ["approval_workflows.idx_approval_workflow_active_type", "users.idx_users_email_active"],
                reason: "the specification names it",
            },
            {
                code: "constraint-not-enforced",
                subjects: ["audit_logs.*_fkey"],
                reason: "the log outlives what it names (docs/adr/0031); the keys say only what its columns mean",
            },
        ],
    },
});
