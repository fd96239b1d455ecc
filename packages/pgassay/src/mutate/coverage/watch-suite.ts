import pg from "pg";
import type { Progress } from "../../core/progress.ts";
import { testSearchPath } from "../../pgtap/run-file.ts";
import type { Statement } from "../../pgtap/statements.ts";
import { withClient } from "../../server/client.ts";
import type { Cluster, Template } from "../../server/cluster.ts";
import { sideBySide } from "../side-by-side.ts";
import type { SuiteFile } from "../suite.ts";
import { listener, noSightings } from "./sightings.ts";
import type { Sightings } from "./sightings.ts";
import { withTellingBodies } from "./telling-handlers.ts";
import { markClass } from "./watch.ts";
import type { Watch } from "./watch.ts";

/** To watch is prepared once for so many files. */
const filesPerClone = 8;

/** Longest time for a statement; what it would have shown then counts as not shown. */
const statementTimeoutMs = 60_000;

const markedQuery = `select objid::integer as mark from pg_catalog.pg_locks
    where locktype = 'advisory' and classid = ${markClass} and pid = pg_catalog.pg_backend_pid()`;

/** What was seen while all test files ran, and while they ran with other names for the rules. */
export interface WatchedSuite {
    readonly sightings: Sightings;
    readonly renamed: Sightings;
}

/**
 * Runs every test file twice where rules tell what they do: as they are, and with other names, where assertions fail. A
 * statement that fails is taken back and its file goes on.
 */
export async function watchSuite(
    cluster: Cluster,
    template: Template,
    suite: readonly SuiteFile[],
    watch: Watch,
    progress: Progress,
): Promise<WatchedSuite> {
    progress.step("watch the rules at work");
    const seen = { sightings: noSightings(), renamed: noSightings() };
    let done = 0;
    const shared = suite.filter(({ ownTransaction }) => ownTransaction === undefined);
    const alone = suite.filter(({ ownTransaction }) => ownTransaction !== undefined);
    const parts = Array.from({ length: Math.ceil(shared.length / filesPerClone) }, (_, place) =>
        shared.slice(place * filesPerClone, (place + 1) * filesPerClone),
    );
    const passes = [...parts, ...alone.map((file) => [file])].flatMap((files) => [
        { files, statements: watch.statements, sightings: seen.sightings },
        { files, statements: [...watch.statements, ...watch.renames], sightings: seen.renamed },
    ]);
    await sideBySide(passes, ({ files, statements, sightings }) =>
        cluster.withClone(template, (clone) =>
            withClient(
                clone,
                async (client) => {
                    await client.query(statements.join(";\n"));
                    for (const file of files) {
                        await watchFile(client, file, watch, sightings);
                        progress.advance(++done, 2 * suite.length, "file");
                    }
                    await readMarks(client, watch, sightings);
                },
                { searchPath: testSearchPath, statementTimeoutMs },
            ),
        ),
    );
    return seen;
}

async function readMarks(client: pg.Client, watch: Watch, { marks }: Sightings): Promise<void> {
    const { rows } = await client.query<{ mark: number }>(markedQuery);
    for (const { mark } of rows) {
        const { rule, says } = watch.marks[mark] ?? {};
        if (rule !== undefined && says !== undefined) marks[says].add(rule);
    }
}

async function watchFile(client: pg.Client, file: SuiteFile, watch: Watch, sightings: Sightings): Promise<void> {
    const inTransaction = file.ownTransaction === undefined;
    if (inTransaction) await client.query("begin");
    for (const statement of file.statements) {
        const listen = listener(watch, sightings, file.name, statement.line);
        const hear = ({ message }: { message: string | undefined }): void => listen(message ?? "");
        client.on("notice", hear);
        try {
            await runOne(client, statement, inTransaction);
        } finally {
            client.off("notice", hear);
        }
    }
    await client.query("rollback; deallocate all");
}

async function runOne(client: pg.Client, { text }: Statement, inTransaction: boolean): Promise<void> {
    if (inTransaction) await client.query("savepoint pgassay_statement");
    try {
        await client.query(withTellingBodies(text));
    } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        if (inTransaction) await client.query("rollback to savepoint pgassay_statement");
    }
}
