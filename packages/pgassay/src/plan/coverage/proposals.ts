import type pg from "pg";
import { indexName } from "../../core/index-coverage.ts";
import type { ProposedIndex } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { readPartitions } from "../partitions.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { candidateFamilies } from "./candidate-families.ts";
import type { CandidateFamily } from "./candidate-families.ts";
import { createIndex } from "./index-candidates.ts";
import type { IndexCandidate } from "./index-candidates.ts";
import type { CoverageOptions } from "./index-coverage.ts";
import { leastBlocks } from "./pays.ts";
import { readTableColumns } from "./table-columns.ts";
import type { TableIndex } from "./table-indexes.ts";
import { bestOf, timeoutMs } from "./trial.ts";
import type { Trial } from "./trial.ts";

interface Gain {
    readonly before: CaseWork;
    readonly after: CaseWork;
}

/** A candidate that is proposed. */
interface Taken {
    readonly candidate: IndexCandidate;
    readonly gains: ReadonlyMap<BoundCase, Gain>;
    readonly replaces: readonly string[];
}

/**
 * Makes indexes that cases could want, one after the other, and keeps in mind those that make a case fetch much less.
 * The best is taken, then what still helps beside it. The caller's transaction is to be rolled back.
 */
export async function proposedIndexes(
    client: pg.Client,
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    indexes: readonly TableIndex[],
    { superfluous }: Pick<CoverageOptions, "superfluous">,
    progress: Progress,
): Promise<ProposedIndex[]> {
    const worthwhile = [...baseline.values()].filter(
        ({ bound, blocks = 0 }) => bound.query.kind === "read" && blocks > leastBlocks,
    );
    const current = new Map(worthwhile.map((work) => [work.bound, work]));
    const families = candidateFamilies(worthwhile, {
        partitions: await readPartitions(client),
        columns: await readTableColumns(client),
        indexes,
    });
    const found: { readonly family: CandidateFamily; readonly trial: Trial }[] = [];
    for (const [i, family] of families.entries()) {
        const trial = await bestOf(client, family, current);
        if (trial) found.push({ family, trial });
        progress.advance(i + 1, families.length, "index");
    }
    const step = ({ saved }: Trial): number => Math.round(Math.log(saved) / Math.log(1.1));
    const columns = ({ candidate: { keys, include } }: Trial): number => keys.length + include.length;
    const ranked = found.toSorted((a, b) => step(b.trial) - step(a.trial) || columns(a.trial) - columns(b.trial));
    const known = new Set(await superfluous(client));
    let taken: Taken[] = [];
    await client.query("savepoint proposals");
    for (const { family, trial: alone } of ranked) {
        const isAsItWas = alone.improved.every(({ before }) => current.get(before.bound) === before);
        const trial = isAsItWas ? alone : await bestOf(client, family, current);
        if (!trial) continue;
        await client.query(createIndex(trial.candidate));
        const repeated = (await superfluous(client)).filter((name) => !known.has(name));
        const superseded = taken.filter(({ candidate }) => repeated.includes(indexName(candidate)));
        for (const { candidate } of superseded) await client.query(`drop index ${qualifiedName(candidate)}`);
        const before = new Map(trial.improved.map((improved) => [improved.before.bound, improved.before]));
        for (const { gains } of superseded) for (const [bound, gain] of gains) before.set(bound, gain.before);
        const gains = new Map<BoundCase, Gain>();
        for (const [bound, was] of before) {
            const after = trial.works.get(bound) ?? (await workOf(client, bound, timeoutMs));
            current.set(bound, after);
            gains.set(bound, { before: was, after });
        }
        const replaces = repeated.filter((name) => !superseded.some(({ candidate }) => indexName(candidate) === name));
        for (const name of replaces) known.add(name);
        taken = [...taken.filter((one) => !superseded.includes(one)), { candidate: trial.candidate, gains, replaces }];
    }
    const proposed: ProposedIndex[] = [];
    for (const one of taken) proposed.push(await proposal(client, one));
    await client.query("rollback to savepoint proposals");
    return proposed;
}

async function proposal(client: pg.Client, { candidate, gains, replaces }: Taken): Promise<ProposedIndex> {
    const { schema, table, name, isPartitioned } = candidate;
    return {
        schema,
        table,
        name,
        // PostgreSQL makes that of a partitioned table in no other way.
        definition: createIndex(candidate, isPartitioned ? "" : "concurrently "),
        bytes: await sizeOf(client, candidate),
        gains: [...gains].map(([bound, { before, after }]) => ({
            query: bound.query.id,
            case: bound.case.name,
            blocks: before.blocks ?? 0,
            blocksWith: after.blocks ?? 0,
        })),
        replaces,
    };
}

async function sizeOf(client: pg.Client, candidate: IndexCandidate): Promise<number> {
    const { rows } = await client.query<{ bytes: number }>(
        `select pg_catalog.sum(pg_catalog.pg_relation_size(part.index))::float8 as bytes
        from (
            select $1::pg_catalog.regclass as index
            union
            select relid from pg_catalog.pg_partition_tree($1)
        ) as part`,
        [qualifiedName(candidate)],
    );
    return rows[0]?.bytes ?? 0;
}

function qualifiedName({ schema, name }: IndexCandidate): string {
    return quoteName(schema, name);
}
