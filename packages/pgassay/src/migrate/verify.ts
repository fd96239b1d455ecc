import { basename } from "node:path";
import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { migrateDown, migrateUp } from "./dbmate.ts";
import { lineDiff } from "../core/line-diff.ts";
import { queryFile } from "../server/query-file.ts";
import type { MigrationProject } from "./project.ts";
import { compareSchemaFile, renderSchemaFile } from "./schema-file.ts";

const userObjects = new URL("../../sql/catalog/user-objects.sql", import.meta.url);
const maxDiffLines = 40;

/**
 * Applies all migrations to an empty database, reverts them all and applies them again.
 *
 * @returns `migration-leaves-objects` for what the down halves forget, `migration-not-repeatable` when the second time
 * makes another schema, and `schema-file-stale` when the schema file holds another
 */
export async function verifyMigrations(
    database: Database,
    project: MigrationProject,
    progress: Progress,
): Promise<Finding[]> {
    const subject = basename(project.migrationsDir);
    progress.step("apply the migrations");
    await migrateUp(database, project);
    const first = await renderSchemaFile(database, project);
    progress.step("revert them");
    await migrateDown(database, project, "everything");
    const left = (await listObjects(database)).filter((line) => line !== `table ${project.migrationsTable}`);
    progress.step("apply them again");
    const findings = await compareSchemaFile(first, project);
    if (left.length > 0) {
        findings.push({
            code: "migration-leaves-objects",
            severity: "error",
            subject,
            message: `reverting every migration leaves ${counted(left.length, "object")} behind`,
            detail: left.join("\n"),
        });
        return findings;
    }
    await migrateUp(database, project);
    const second = await renderSchemaFile(database, project);
    if (second !== first) {
        findings.push({
            code: "migration-not-repeatable",
            severity: "error",
            subject,
            message: "applied again after reverting, the migrations make another schema",
            detail: lineDiff(first, second, maxDiffLines),
        });
    }
    return findings;
}

async function listObjects(database: Database): Promise<string[]> {
    const rows = await withClient(database, (client) => queryFile<{ line: string }>(client, userObjects));
    return rows.map(({ line }) => line);
}
