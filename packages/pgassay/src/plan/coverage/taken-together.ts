import type pg from "pg";
import { indexName } from "../../core/index-coverage.ts";
import type { ProposedIndex } from "../../core/index-coverage.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import type { CandidateFamily } from "./candidate-families.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { createIndex, withFreeName } from "./index-candidates.ts";
import type { IndexCandidate } from "./index-candidates.ts";
import type { CoverageOptions } from "./index-coverage.ts";
import type { TableIndex } from "./table-indexes.ts";
import { bestOf, timeoutMs } from "./trial.ts";
import type { Trial } from "./trial.ts";

/** What came of trying a family alone. */
export interface TriedFamily {
    readonly family: CandidateFamily;
    readonly trial: Trial;
}

/** A candidate that is proposed. */
interface Taken {
    readonly candidate: IndexCandidate;
    readonly gains: ReadonlyMap<BoundCase, { readonly before: CaseWork; readonly after: CaseWork }>;
    /** Names, as findings call them, of indexes that are superfluous once it is there. */
    readonly replaces: readonly string[];
}

/**
 * Makes candidates one on top of the other, as far as each still pays beside those before it; all of it is undone.
 *
 * @param tried in the order in which they are to be taken
 * @param works what the cases do without any
 */
export async function takenTogether(
    client: pg.Client,
    tried: readonly TriedFamily[],
    works: ReadonlyMap<BoundCase, CaseWork>,
    indexes: readonly TableIndex[],
    superfluous: CoverageOptions["superfluous"],
): Promise<ProposedIndex[]> {
    const current = new Map(works);
    const known = new Set(await superfluous(client));
    let taken: readonly Taken[] = [];
    await client.query("savepoint together");
    for (const { family, trial: alone } of tried) {
        const names = [...indexes, ...taken.map(({ candidate }) => candidate)];
        const isAsItWas = alone.improved.every(({ before }) => current.get(before.bound) === before);
        const trial = isAsItWas ? alone : await bestOf(client, family, current, names);
        if (!trial) continue;
        const candidate = withFreeName(trial.candidate, names);
        await client.query(createIndex(candidate));
        const repeating = (await superfluous(client)).filter((name) => !known.has(name));
        if (repeating.includes(indexName(candidate))) {
            await drop(client, candidate);
            continue;
        }
        const superseded = taken.filter((one) => repeating.includes(indexName(one.candidate)));
        for (const one of superseded) await drop(client, one.candidate);
        const gains = await gainsOf(client, trial, superseded);
        for (const [bound, { after }] of gains) current.set(bound, after);
        const dropped = new Set(superseded.map((one) => indexName(one.candidate)));
        const replaces = repeating.filter((name) => !dropped.has(name));
        for (const name of replaces) known.add(name);
        taken = [...taken.filter((one) => !superseded.includes(one)), { candidate, gains, replaces }];
    }
    const proposed: ProposedIndex[] = [];
    for (const one of taken) proposed.push(await proposal(client, one));
    await client.query("rollback to savepoint together; release savepoint together");
    return proposed;
}

async function drop(client: pg.Client, { schema, name }: IndexCandidate): Promise<void> {
    await client.query(`drop index ${quoteName(schema, name)}`);
}

/** What an index saves that is there now, the cases included for which others were taken that are gone again. */
async function gainsOf(client: pg.Client, trial: Trial, superseded: readonly Taken[]): Promise<Taken["gains"]> {
    const before = new Map([
        ...trial.improved.map((one) => [one.before.bound, one.before] as const),
        ...superseded.flatMap(({ gains }) => [...gains].map(([bound, gain]) => [bound, gain.before] as const)),
    ]);
    const gains = new Map<BoundCase, { before: CaseWork; after: CaseWork }>();
    for (const [bound, was] of before) {
        const after = trial.works.get(bound) ?? (await workOf(client, bound, timeoutMs));
        gains.set(bound, { before: was, after });
    }
    return gains;
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
