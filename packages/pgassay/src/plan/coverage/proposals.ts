import pg from "pg";
import { counted, grouped } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { shownName } from "../../core/shown-name.ts";
import { readPartitions } from "../partitions.ts";
import { undone } from "../undone.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { createIndex, indexCandidates } from "./index-candidates.ts";
import type { IndexCandidate } from "./index-candidates.ts";

/** An index is proposed where it makes a case fetch so many times fewer blocks, and so many fewer. */
const leastRatio = 2;
const leastBlocks = 32;

const timeoutMs = 10_000;

interface Trial {
    readonly candidate: IndexCandidate;
    readonly improved: readonly { readonly before: CaseWork; readonly after: CaseWork }[];
    readonly saved: number;
}

/**
 * Makes indexes that cases could want, one after the other, and keeps in mind those that make a case fetch much less.
 * The best is taken, then what still helps beside it. The caller's transaction is to be rolled back.
 */
export async function proposedIndexes(
    client: pg.Client,
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    progress: Progress,
): Promise<Finding[]> {
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
        if (trial) trials.push(trial);
        progress.advance(++tried, candidates.size, "index");
    }
    const step = ({ saved }: Trial): number => Math.round(Math.log(saved) / Math.log(1.1));
    const ranked = trials.toSorted((a, b) => step(b) - step(a) || a.candidate.keys.length - b.candidate.keys.length);
    const current = new Map(worthwhile.map((work) => [work.bound, work]));
    const proposed: Trial[] = [];
    await client.query("savepoint proposals");
    for (const { candidate } of ranked) {
        const trial = await tryOut(client, candidate, [...current.values()]);
        if (!trial) continue;
        await client.query(createIndex(candidate));
        for (const { after } of trial.improved) current.set(after.bound, after);
        proposed.push(trial);
    }
    const findings: Finding[] = [];
    for (const trial of proposed) findings.push(await proposal(client, trial));
    await client.query("rollback to savepoint proposals");
    return findings;
}

async function tryOut(
    client: pg.Client,
    candidate: IndexCandidate,
    works: readonly CaseWork[],
): Promise<Trial | undefined> {
    try {
        return await undone(client, "trial", async () => {
            await client.query(createIndex(candidate));
            const improved: { before: CaseWork; after: CaseWork }[] = [];
            for (const before of works) {
                const planned = await workOf(client, before.bound, 0);
                if (!planned.indexes.has(candidate.name)) continue;
                const after = await workOf(client, before.bound, timeoutMs);
                if (isBetter(before, after)) improved.push({ before, after });
            }
            const saved = improved.reduce((sum, { before, after }) => sum + savedBlocks(before, after), 0);
            return improved.length === 0 ? undefined : { candidate, improved, saved };
        });
    } catch (error) {
        // A name that is taken, or a type that the method knows no operators for.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
}

function isBetter(before: CaseWork, after: CaseWork): boolean {
    if (before.blocks === undefined || after.blocks === undefined) return false;
    return before.blocks >= leastRatio * after.blocks && savedBlocks(before, after) >= leastBlocks;
}

function savedBlocks(before: CaseWork, after: CaseWork): number {
    return (before.blocks ?? 0) - (after.blocks ?? 0);
}

async function proposal(client: pg.Client, { candidate, improved }: Trial): Promise<Finding> {
    const { schema, table, name } = candidate;
    const size = await sizeOf(client, candidate);
    const cases = improved.length === 1 ? "a case fetches" : `${improved.length} cases fetch`;
    return {
        code: "index-proposed",
        severity: "warning",
        subject: shownName({ schema, name: `${table}.${name}` }),
        message: `with it ${cases} much less, for ${size} more to keep and to write`,
        detail: [
            `${createIndex(candidate, "concurrently ")};`,
            ...improved.map(
                ({ before: { bound, blocks = 0 }, after }) =>
                    `${bound.query.id}#${bound.case.name}: ${grouped(blocks)} → ${counted(after.blocks ?? 0, "block")}`,
            ),
        ].join("\n"),
    };
}

/** How long an index is that was made a moment ago; what it is to write, the log of the same transaction need not tell. */
async function sizeOf(client: pg.Client, { schema, name }: IndexCandidate): Promise<string> {
    const { rows } = await client.query<{ size: string }>(
        `select pg_catalog.pg_size_pretty(pg_catalog.sum(pg_catalog.pg_relation_size(part.index))) as size
        from (
            select $1::pg_catalog.regclass as index
            union
            select relid from pg_catalog.pg_partition_tree($1)
        ) as part`,
        [quoteName(schema, name)],
    );
    return rows[0]?.size ?? "";
}
