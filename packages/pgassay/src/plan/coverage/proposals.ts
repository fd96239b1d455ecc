import type pg from "pg";
import type { ProposedIndex } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { readPartitions } from "../partitions.ts";
import type { CaseWork } from "./case-work.ts";
import { createIndex, indexCandidates } from "./index-candidates.ts";
import type { IndexCandidate } from "./index-candidates.ts";
import type { CoverageOptions } from "./index-coverage.ts";
import { leastBlocks, tryOut } from "./trial.ts";
import type { Trial } from "./trial.ts";

/**
 * Makes indexes that cases could want, one after the other, and keeps in mind those that make a case fetch much less.
 * The best is taken, then what still helps beside it. The caller's transaction is to be rolled back.
 */
export async function proposedIndexes(
    client: pg.Client,
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    { superfluous }: Pick<CoverageOptions, "superfluous">,
    progress: Progress,
): Promise<ProposedIndex[]> {
    const partitions = await readPartitions(client);
    const worthwhile = [...baseline.values()].filter(
        ({ bound, blocks = 0 }) => bound.query.kind === "read" && blocks > leastBlocks,
    );
    const candidates = new Map<string, IndexCandidate>();
    for (const { plan } of worthwhile) {
        for (const one of indexCandidates(plan, partitions)) candidates.set(createIndex(one), one);
    }
    const trials: Trial[] = [];
    let tried = 0;
    for (const candidate of candidates.values()) {
        const trial = await tryOut(client, candidate, worthwhile);
        if (trial && trial.improved.length > 0) trials.push(trial);
        progress.advance(++tried, candidates.size, "index");
    }
    const step = ({ saved }: Trial): number => Math.round(Math.log(saved) / Math.log(1.1));
    const ranked = trials.toSorted((a, b) => step(b) - step(a) || a.candidate.keys.length - b.candidate.keys.length);
    const current = new Map(worthwhile.map((work) => [work.bound, work]));
    const proposed: ProposedIndex[] = [];
    const known = new Set(await superfluous(client));
    await client.query("savepoint proposals");
    for (const { candidate } of ranked) {
        const trial = await tryOut(client, candidate, current.values());
        if (!trial || trial.improved.length === 0) continue;
        await client.query(createIndex(candidate));
        const replaces = (await superfluous(client)).filter((name) => !known.has(name));
        for (const name of replaces) known.add(name);
        for (const { after } of trial.improved) current.set(after.bound, after);
        proposed.push(await proposal(client, trial, replaces));
    }
    await client.query("rollback to savepoint proposals");
    return proposed;
}

async function proposal(
    client: pg.Client,
    { candidate, improved }: Trial,
    replaces: readonly string[],
): Promise<ProposedIndex> {
    const { schema, table, name, isPartitioned } = candidate;
    return {
        schema,
        table,
        name,
        // PostgreSQL makes that of a partitioned table in no other way.
        definition: createIndex(candidate, isPartitioned ? "" : "concurrently "),
        bytes: await sizeOf(client, candidate),
        gains: improved.map(({ before, after }) => ({
            query: before.bound.query.id,
            case: before.bound.case.name,
            blocks: before.blocks ?? 0,
            blocksWith: after.blocks ?? 0,
        })),
        replaces,
    };
}

async function sizeOf(client: pg.Client, { schema, name }: IndexCandidate): Promise<number> {
    const { rows } = await client.query<{ bytes: number }>(
        `select pg_catalog.sum(pg_catalog.pg_relation_size(part.index))::float8 as bytes
        from (
            select $1::pg_catalog.regclass as index
            union
            select relid from pg_catalog.pg_partition_tree($1)
        ) as part`,
        [quoteName(schema, name)],
    );
    return rows[0]?.bytes ?? 0;
}
