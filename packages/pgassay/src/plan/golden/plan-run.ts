import type { ModelledCase } from "../../core/modelled-plan.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import type { BoundCase, Query } from "../../core/query.ts";
import type { Database } from "../../server/cluster.ts";

/** The plans of one run, and what they were made on. */
export interface PlanRun {
    readonly database: Database;
    /** `server_version`: `18.4`. */
    readonly serverVersion: string;
    /** The dataset without its scale: `shop, seed 1`. */
    readonly dataset: string;
    readonly scale: number;
    /** Every query there is, by id, whether or not this run plans it. */
    readonly known: readonly Query[];
    /** Whether the run plans all of them. */
    readonly isWhole: boolean;
    readonly cases: readonly BoundCase[];
    /** One for each of the cases, in their order. */
    readonly results: readonly PlanResult[];
    /** Absent where other sizes could not be modelled, so that nothing can be said about their plans. */
    readonly modelled?: ModelledRun;
}

/** The plans of one run at sizes that exist only in statistics. */
export interface ModelledRun {
    /** Those that the configuration names. */
    readonly scales: readonly number[];
    readonly cases: readonly ModelledCase[];
    /** A digest of what was captured of each table, by its name. */
    readonly figures: ReadonlyMap<string, string>;
}

/** The major version of a server: `18`. */
export function majorVersion(serverVersion: string): string {
    return serverVersion.replace(/\..*$/, "");
}

/** The arguments of a case as its header has them, one a line: `user_id = $busiest_user`. */
export function argumentLines({ query, case: { arguments: given } }: BoundCase): string[] {
    return query.parameters.map(({ name }, i) => {
        const argument = given[i];
        const text = argument?.kind === "lookup" ? `$${argument.name}` : JSON.stringify(argument?.value);
        return `${name} = ${text}`;
    });
}
