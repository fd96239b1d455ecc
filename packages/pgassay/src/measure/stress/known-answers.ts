import type pg from "pg";
import { messageOf, usageError } from "../../core/errors.ts";
import type { MixedOperation } from "./mix.ts";
import { rehearse } from "./operation.ts";

/** What an operation answers, as `execute` writes it. */
interface AnswerBody {
    readonly rowCount: number | null;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The right answer of each operation, by its subject, as the database gives it with nobody else at work. */
export type KnownAnswers = ReadonlyMap<string, string>;

/**
 * Asks for each answer once, without keeping what is written.
 *
 * @throws a usage error when an operation fails, or reads nothing where its query does not say that it may
 */
export async function learnAnswers(client: pg.ClientBase, mix: readonly MixedOperation[]): Promise<KnownAnswers> {
    const answers = new Map<string, string>();
    for (const operation of mix) {
        const tried = `learn what ${operation.subject} answers`;
        const body = await rehearse(client, operation).catch((cause: unknown) => {
            const remedy = "correct the query, or what the mix says of its role and settings";
            throw usageError({ tried, happened: messageOf(cause), remedy }, cause);
        });
        if (!operation.mayBeEmpty && parse(body).rows.length === 0) {
            throw usageError({
                tried,
                happened: "it returned no row, so that its answers would prove nothing",
                remedy: "check role and settings in the mix: row-level security may hide what the query is to find",
            });
        }
        answers.set(operation.subject, body);
    }
    return answers;
}

/** The subjects of reads that do not answer what is known any more, now that the load is over. */
export async function movedAnswers(
    client: pg.ClientBase,
    mix: readonly MixedOperation[],
    known: KnownAnswers,
): Promise<string[]> {
    const moved: string[] = [];
    for (const operation of mix.filter(({ writes }) => !writes)) {
        const body = await rehearse(client, operation).catch(() => "");
        if (!isRight(operation, body, known)) moved.push(operation.subject);
    }
    return moved;
}

/**
 * Whether an answer is the known one. What a read returns must be the same rows; their order may differ, for a statement
 * need not ask for one. A write must return as many rows with the same keys: their values may be new each time.
 */
export function isRight(operation: MixedOperation, body: string, known: KnownAnswers): boolean {
    const expected = known.get(operation.subject);
    if (expected === undefined) return false;
    if (body === expected) return true;
    try {
        const shown = operation.writes ? shape : content;
        return shown(parse(body)) === shown(parse(expected));
    } catch {
        return false;
    }
}

function content({ rows }: AnswerBody): string {
    return rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join("\n");
}

function shape({ rowCount, rows }: AnswerBody): string {
    return JSON.stringify([rowCount, rows.map((row) => Object.keys(row))]);
}

function parse(body: string): AnswerBody {
    return JSON.parse(body) as AnswerBody;
}
