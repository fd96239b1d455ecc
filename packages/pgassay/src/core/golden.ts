import type { ScaledTree } from "./modelled-plan.ts";

/** The accepted plan of one case at one scale. */
export interface GoldenCase {
    readonly name: string;
    readonly scale: number;
    /** `user_id = $busiest_user`, as the header has them. */
    readonly arguments: readonly string[];
    readonly tree: readonly string[];
    /** Trees of other plans that cost the same when this one was accepted; each is as good. */
    readonly alternatives: readonly (readonly string[])[];
    /** Blocks that one warm execution touched; undefined where the plan was made without executing it. */
    readonly buffers: number | undefined;
    /** Rows of each table that the plan reads, by name. */
    readonly rows: ReadonlyMap<string, number>;
}

/** The accepted plans of one case at sizes that exist only in statistics. */
export interface ModelledGolden {
    readonly name: string;
    /** One a scale, the least scale first. */
    readonly plans: readonly ScaledTree[];
}

/** What a plan depends on beside the statement and the rows: enough to say later which of it changed. */
export interface PlanGround {
    /** The major version of the server: `18`. */
    readonly server: string;
    /** Planner settings that are not as PostgreSQL has them built in, by name. */
    readonly settings: ReadonlyMap<string, string>;
    /** `shop, seed 1`. */
    readonly dataset: string;
    /** Definitions of the indexes that the plans read, by the name of the index. */
    readonly indexes: ReadonlyMap<string, string>;
    /** What the planner may have known, by what it is about: `columns of public.tasks`. Digests, or lists of names. */
    readonly evidence: ReadonlyMap<string, string>;
}

/** The accepted plans of one query. */
export interface Golden extends PlanGround {
    /** `<area>/<name>`. */
    readonly query: string;
    /** Why the plans were last accepted, if somebody said so. */
    readonly reason: string | undefined;
    /** Digest of the canonical statement. */
    readonly statement: string;
    readonly cases: readonly GoldenCase[];
    readonly modelled: readonly ModelledGolden[];
}
