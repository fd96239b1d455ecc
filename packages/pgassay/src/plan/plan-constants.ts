import pg from "pg";
import type { BoundCase, Query } from "../core/query.ts";
import { scanSql } from "../core/sql-text.ts";
import { computedExpressions, type ComputedExpression } from "./computed-expressions.ts";
import { explainJson } from "./explain-json.ts";
import { soleConstant, unquoteConstant } from "./expression.ts";
import { undone } from "./undone.ts";

/**
 * What the constants of a plan are the values of, by PostgreSQL's own text of them: parameters, and expressions of nothing
 * but parameters, which the planner computes. A value that the statement also writes as a constant is left out, since the
 * plan does not tell which of the two it shows.
 *
 * @param texts those of the parameters
 */
export async function parameterConstants(
    client: pg.Client,
    bound: BoundCase,
    texts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
    const { query } = bound;
    const { written, computed } = constantsOf(query);
    const sources = new Map<string, string>();
    const add = (text: string | null | undefined, source: string): void => {
        if (typeof text === "string" && !written.has(text) && !sources.has(text)) sources.set(text, source);
    };
    for (const [i, { name }] of query.parameters.entries()) add(texts[i], `:${name}`);
    for (const [text, source] of await computedConstants(client, bound, computed)) add(text, source);
    return sources;
}

/** What the text of a query alone tells of the constants in its plans. */
interface QueryConstants {
    /** Those that it writes itself. */
    readonly written: ReadonlySet<string>;
    readonly computed: readonly ComputedExpression[];
}

/** A query is planned for each of its cases, at each size. */
const known = new WeakMap<Query, QueryConstants>();

function constantsOf(query: Query): QueryConstants {
    const before = known.get(query);
    if (before !== undefined) return before;
    const { text, parameters } = query;
    const tokens = scanSql(text);
    const constants = {
        written: new Set(
            tokens
                // A plan does not show how many rows are wanted or passed over.
                .filter((_, i) => !/^(limit|offset|first|next)$/i.test(tokens[i - 1]?.text ?? ""))
                .map((token) => (token.kind === "SCONST" ? unquoteConstant(token.text) : token.text)),
        ),
        computed: computedExpressions(
            text,
            parameters.map(({ name }) => name),
        ),
    };
    known.set(query, constants);
    return constants;
}

/** PostgreSQL's text of each value that the planner computes from parameters alone, and how. Nothing is executed. */
async function computedConstants(
    client: pg.Client,
    { query: { parameters }, values }: BoundCase,
    expressions: readonly ComputedExpression[],
): Promise<(readonly [text: string, source: string])[]> {
    if (expressions.length === 0) return [];
    // A statement must use all parameters that it gets.
    const columns = [...expressions.map(({ sql }) => sql), ...parameters.map(({ type }, i) => `$${i + 1}::${type}`)];
    const json = await undone(client, "computed", () =>
        explainJson(client, `select ${columns.join(", ")}`, values, "costs off, summary off"),
    ).catch((error: unknown) => {
        // Where a value cannot be computed the planner leaves the expression as it is, or says so of the statement itself.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    });
    const output = outputOf(json);
    return expressions.flatMap(({ shown }, i) => {
        const text = soleConstant(output[i] ?? "");
        return text === undefined ? [] : [[text, shown] as const];
    });
}

function outputOf(json: unknown): readonly string[] {
    const [explained] = Array.isArray(json) ? (json as { Plan?: { Output?: readonly string[] } }[]) : [];
    return explained?.Plan?.Output ?? [];
}

/** PostgreSQL's own text of each value of a case, null for null. */
export async function valueTexts(
    client: pg.Client,
    { query, values }: Pick<BoundCase, "query" | "values">,
): Promise<readonly (string | null)[]> {
    if (values.length === 0) return [];
    const typed = query.parameters.map(({ type }, i) => `$${i + 1}::${type}`);
    const { rows } = await client.query<(string | null)[]>({
        text: `select ${typed.join(", ")}`,
        values: [...values],
        rowMode: "array",
        types: { getTypeParser: asShown },
    });
    return rows[0] ?? [];
}

const { BOOL } = pg.types.builtins;

/** Plans show a value as it is sent, which need not be what its cast to text makes of it: `10.0.5.3` of an inet. */
function asShown(type: number): (text: string) => string {
    return type === BOOL ? (text) => (text === "t" ? "true" : "false") : (text) => text;
}
