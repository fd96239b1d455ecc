import type { Config } from "../config/config.ts";
import { didYouMean } from "../core/closest-name.ts";
import { usageError } from "../core/errors.ts";
import type { Golden } from "../core/golden.ts";
import type { Query } from "../core/query.ts";
import { readGoldens } from "../plan/golden/golden-files.ts";
import { readQueries } from "../plan/read-queries.ts";
import { required } from "./settings.ts";

/** The queries of a project, as its files have them at the start of a run. */
export interface ChosenQueries {
    readonly known: readonly Query[];
    /** Those that the run is about: all of them unless its operands named some. */
    readonly queries: readonly Query[];
    /** The accepted plans by query; absent where the project accepts none. */
    readonly goldens?: ReadonlyMap<string, Golden>;
}

/** Reads the queries, and the accepted plans, that the operands of a verb are about. */
export async function chooseQueries(verb: string, config: Config, operands: readonly string[]): Promise<ChosenQueries> {
    const known = await readQueries(required(config, "queries", verb), config.root);
    const queries = chosen(known, operands);
    return { known, queries, ...(config.goldens !== undefined && { goldens: await readGoldens(config.goldens) }) };
}

/** The queries that the operands name: whole areas, or single queries. */
function chosen(queries: readonly Query[], operands: readonly string[]): readonly Query[] {
    if (operands.length === 0) return queries;
    const names = (operand: string, { id }: Query): boolean => id === operand || id.startsWith(`${operand}/`);
    const unknown = operands.filter((operand) => !queries.some((query) => names(operand, query)));
    if (unknown.length === 0) return queries.filter((query) => operands.some((operand) => names(operand, query)));
    const areas = [...new Set(queries.map(({ id }) => id.replace(/\/.*$/, "")))];
    throw usageError({
        tried: `find the queries ${unknown.join(", ")}`,
        happened: `there is no such area or query below the queries directory${didYouMean(unknown.join(), [...areas, ...queries.map(({ id }) => id)])}`,
        remedy: `name an area (${areas.join(", ")}) or a query, such as ${queries[0]?.id}`,
    });
}
