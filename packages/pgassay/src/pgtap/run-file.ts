import pg from "pg";
import { messageOf } from "../core/errors.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import type { FileProblem, FileResult } from "../core/test-result.ts";
import { readText } from "../files/read-text.ts";
import { lineAt, splitStatements, type Statement } from "./statements.ts";
import { parseTap } from "./tap.ts";

/** pgTAP and the assertions of pgassay live in `tap`; the schema under test is found without its name. */
export const testSearchPath = ["public", "tap"] as const;

/** A statement that takes longer than this is cancelled and its file fails. */
const statementTimeoutMs = 60_000;

/** What came of a file, without its name. */
export type Outcome = Pick<FileResult, "assertions" | "problems">;

/** Runs one pgTAP file over one connection, statement by statement, and reads what it prints as TAP. */
export async function runFile(database: Database, path: string): Promise<Outcome> {
    const statements = await splitStatements(await readText(path));
    return withTestSession(database, (client) => runScript(database, client, statements));
}

/** Connects to a database as every pgTAP file finds it. */
export function withTestSession<T>(database: Database, use: (client: pg.Client) => Promise<T>): Promise<T> {
    return withClient(database, use, { searchPath: testSearchPath, statementTimeoutMs, pipeline: true });
}

/** Runs the statements of one file in a session of `withTestSession`, and reads what they print as TAP. */
export async function runScript(
    database: Database,
    client: pg.Client,
    statements: Awaited<ReturnType<typeof splitStatements>>,
): Promise<Outcome> {
    if ("message" in statements) return { assertions: [], problems: [statements] };
    const output = new TapOutput();
    const problem = await runStatements(client, statements, output);
    // What follows was sent with it, and a session ends only when all that was sent is answered.
    if (output.bailedOut) await endSessions(database);
    const { assertions, problems } = parseTap(output.text, output.lines);
    // After an error the plan cannot be met; saying so as well would bury the reason.
    return { assertions, problems: problem ? [problem] : problems };
}

/**
 * Runs statements until one fails, as psql does with ON_ERROR_STOP, and returns what failed.
 *
 * @param enough asked after each answer; no further statements are sent once it says so
 */
export async function runStatements(
    client: pg.Client,
    statements: readonly Statement[],
    output: TapOutput,
    enough: () => boolean = () => false,
): Promise<FileProblem | undefined> {
    for (const together of sentTogether(statements)) {
        const sent = together.map(({ text, line }) => {
            const answer = client.query<(string | null)[]>({ text, rowMode: "array", types: asText });
            // After the first failure nobody asks for the others, which fail for its sake.
            answer.catch(() => {});
            return { answer, text, line };
        });
        for (const { answer, text, line } of sent) {
            try {
                output.add((await answer).rows, line);
            } catch (error) {
                if (!(error instanceof pg.DatabaseError)) return { message: messageOf(error), line };
                const offset = error.position ? Number(error.position) - 1 : 0;
                const where = error.where ? `\n${error.where}` : "";
                return {
                    message: `${error.severity ?? "ERROR"} ${error.code ?? ""}: ${error.message}${where}`,
                    line: line + lineAt(text, offset) - 1,
                };
            }
            if (output.bailedOut || enough()) return undefined;
        }
    }
    return undefined;
}

/**
 * Statements that need not wait for each other's answers: those inside a transaction block, where nothing has an effect
 * after one has failed. Round trips are half of what a small file costs.
 */
function sentTogether(statements: readonly Statement[]): Statement[][] {
    const groups: Statement[][] = [];
    let inBlock = false;
    for (const statement of statements) {
        const current = groups.at(-1);
        if (inBlock && statement.block === undefined && current) current.push(statement);
        else groups.push([statement]);
        if (statement.block) inBlock = statement.block === "begins";
    }
    return groups;
}

/** Ends every other session in a database, whatever it is doing. */
async function endSessions(database: Database): Promise<void> {
    await withClient(database, (client) =>
        client.query(
            `select pg_catalog.pg_terminate_backend(pid)
            from pg_catalog.pg_stat_activity
            where
                datname = pg_catalog.current_database()
                and backend_type = 'client backend'
                and pid <> pg_catalog.pg_backend_pid()`,
        ),
    );
}

/** Values as the server sends them: what psql would print. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

/** The rows of all statements as psql prints them unaligned, and which source line printed which test. */
export class TapOutput {
    text = "";
    bailedOut = false;
    readonly lines = new Map<number, number>();

    add(rows: readonly (readonly (string | null)[])[], line: number): void {
        for (const row of rows) {
            const printed = row.map((value) => value ?? "").join("|");
            this.text += `${printed}\n`;
            for (const [, number] of printed.matchAll(/^(?:not )?ok (\d+)/gm)) this.lines.set(Number(number), line);
            this.bailedOut ||= /^Bail out!/m.test(printed);
        }
    }
}
