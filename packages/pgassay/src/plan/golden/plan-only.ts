import type pg from "pg";
import type { Finding } from "../../core/finding.ts";
import { compareText } from "../../core/finding.ts";
import type { Golden } from "../../core/golden.ts";
import type { BoundCase } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { findIndexes } from "../catalog-index.ts";
import { checkIndexes } from "../check-case.ts";
import { planIn, sessionSettings } from "../explain.ts";
import { readPartitions } from "../partitions.ts";
import { tablesOf } from "../plan-names.ts";
import { indentLines, planLines } from "../tree.ts";
import { standingOf } from "./compare.ts";
import type { PlannedCase } from "./compare.ts";
import { definitionsOf, readIndexes } from "./facts.ts";
import { tieOf } from "./judge.ts";

/** A case that was planned and not executed. */
export interface PlannedOnly {
    /** The errors that `pgassay plan` finds in the plan; what it finds by executing it is not among them. */
    readonly breaches: readonly Finding[];
    readonly indexes: readonly string[];
    readonly tables: readonly string[];
}

/**
 * Plans a case in the client's transaction, with whatever its transaction has changed so far, and looks for what is
 * wrong however an execution would end: a required index that is missing or not used, and a plan that is neither the
 * accepted one nor as good.
 *
 * @returns undefined for a call, which has no plan before it is executed
 */
export async function planOnly(
    client: pg.Client,
    bound: BoundCase,
    accepted: { readonly goldens: ReadonlyMap<string, Golden>; readonly scale: number },
): Promise<PlannedOnly | undefined> {
    const { query } = bound;
    if (query.kind === "call") return undefined;
    await client.query(sessionSettings);
    const partitions = await readPartitions(client);
    const { plan, context } = await planIn(client, bound, partitions);
    const lines = planLines(plan, context);
    const result: PlannedCase = {
        query: query.id,
        case: bound.case.name,
        tree: indentLines(lines),
        indexes: [...new Set(lines.flatMap(({ index }) => index ?? []))].toSorted(compareText),
        tables: tablesOf(lines, partitions),
    };
    const subject = subjectOf(result);
    const catalog = await findIndexes(client, query.requiredIndexes);
    const breaches = checkIndexes({ bound, lines, catalog }).flatMap((breach) =>
        breach ? [{ subject, ...breach }] : [],
    );
    const definitions = definitionsOf(await readIndexes(client, result.tables));
    const standing = standingOf(bound, result, { ...accepted, definitions });
    if (standing?.kind === "changed" && (await tieOf(client, standing.changed)) === undefined)
        breaches.push({ code: "plan-changed", severity: "error", subject, message: "the plan changed" });
    return { breaches, indexes: result.indexes, tables: result.tables };
}
