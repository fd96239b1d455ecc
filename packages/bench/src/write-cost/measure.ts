import { readFile } from "node:fs/promises";
import {
    withClient,
    withCluster,
    type Cluster,
    type Database,
    type Progress,
    type Recipe,
    type Template,
} from "pgassay";
import type { Tasks } from "./tasks.ts";
import { variants, type Variant } from "./variants.ts";
import { writes, type Write } from "./writes.ts";

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** Milliseconds of processor time per statement, by write and variant, one number a session. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** Runs before the measured ones, so that plans and caches are there. */
const warmUps = 10;

/**
 * Runs every write under every variant, each session in a database and a backend of its own, the variants in turn and
 * every other time in reverse. What is measured is the processor time of the backend, which other work on the machine
 * disturbs several times less than the clock.
 *
 * @throws where there is no `/proc/<pid>/schedstat` for the server's processes: anywhere but on the server's own Linux
 */
export async function measureWrites(recipe: Recipe, sessions: number, progress: Progress): Promise<Costs> {
    return withCluster({ recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        const costs = new Map(
            writes.map((write) => [write.name, new Map(variants.map(({ name }) => [name, [] as number[]]))]),
        );
        progress.step("measure the cost of writes");
        for (let session = 0; session < sessions; session++) {
            for (const variant of session % 2 === 0 ? variants : variants.toReversed()) {
                for (const [write, ms] of await measureVariant(cluster, template, variant)) {
                    costs.get(write)?.get(variant.name)?.push(ms);
                }
            }
            progress.advance(session + 1, sessions, "session");
        }
        return costs;
    });
}

/** Milliseconds per statement of each write, in a database of its own. */
async function measureVariant(
    cluster: Cluster,
    template: Template,
    variant: Variant,
): Promise<(readonly [string, number])[]> {
    return cluster.withClone(template, async (database) => {
        const tasks = await prepare(database, variant);
        return withClient(database, async (client) => {
            if (variant.asApplication) {
                await client.query("set role bduf_app");
                await client.query("select set_config('bduf.user_id', $1, false)", [tasks.user]);
            }
            const measured: (readonly [string, number])[] = [];
            for (const write of writes) measured.push([write.name, await measureWrite(client, write, tasks)]);
            return measured;
        });
    });
}

async function prepare(database: Database, variant: Variant): Promise<Tasks> {
    return withClient(database, async (client) => {
        if (variant.sql !== "") await client.query(variant.sql);
        await client.query("vacuum (freeze, analyze) public.tasks");
        const { rows } = await client.query<{ id: string; project: string; user: string }>(
            `select id, project_id as project, created_by as user from public.tasks order by id`,
        );
        return { ids: rows.map(({ id }) => id), project: rows[0]?.project ?? "", user: rows[0]?.user ?? "" };
    });
}

async function measureWrite(client: Client, write: Write, tasks: Tasks): Promise<number> {
    const run = (time: number): Promise<unknown> =>
        client.query({ name: write.name, text: write.sql, values: write.values(tasks, time) });
    if (write.times > 1) for (let time = 0; time < warmUps; time++) await run(time);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const pid = rows[0]?.pid ?? 0;
    const before = await processorMs(pid);
    for (let time = 0; time < write.times; time++) await run(warmUps + time);
    return ((await processorMs(pid)) - before) / write.times;
}

/** The first field of schedstat is the time a process has run, in nanoseconds. */
async function processorMs(pid: number): Promise<number> {
    const [ns] = (await readFile(`/proc/${pid}/schedstat`, "utf8")).split(" ");
    return Number(ns) / 1e6;
}
