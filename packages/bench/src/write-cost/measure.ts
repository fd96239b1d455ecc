import { readFile } from "node:fs/promises";
import { silent, withClient, withCluster, type Cluster, type Database, type Recipe, type Template } from "pgassay";
import { variants, type Variant } from "./variants.ts";
import { initialTasks, writes, type Tasks } from "./writes.ts";

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** Milliseconds of processor time per statement, by write and variant, one number a session. */
export type Costs = Map<string, Map<string, number[]>>;

/** Runs before the measured ones, so that plans and caches are there. */
const warmUps = 10;

/**
 * Runs every write under every variant, each session in a database and a backend of its own, the variants in turn and
 * every other time in reverse. What is measured is the processor time of the backend, which other work on the machine
 * disturbs several times less than the clock.
 *
 * @throws where there is no `/proc/<pid>/schedstat` for the server's processes: anywhere but on the server's own Linux
 */
export async function measureWrites(recipe: Recipe, sessions: number): Promise<Costs> {
    return withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        const costs: Costs = new Map();
        for (let session = 0; session < sessions; session++) {
            const inTurn = session % 2 === 0 ? variants : variants.toReversed();
            for (const variant of inTurn) await measureVariant(cluster, template, variant, costs);
        }
        return costs;
    });
}

async function measureVariant(cluster: Cluster, template: Template, variant: Variant, costs: Costs): Promise<void> {
    await cluster.withClone(template, async (database) => {
        const tasks = await prepare(database, variant);
        await withClient(database, async (client) => {
            for (const write of writes) {
                const cost = await measureWrite(client, write, tasks);
                const byVariant = costs.get(write.name) ?? new Map<string, number[]>();
                costs.set(write.name, byVariant);
                byVariant.set(variant.name, [...(byVariant.get(variant.name) ?? []), cost]);
            }
        });
    });
}

/** Fills the tasks while nothing records it, then makes the variant. */
async function prepare(database: Database, variant: Variant): Promise<Tasks> {
    return withClient(database, async (client) => {
        const user = "00000000-0000-0000-0000-000000000001";
        const project = await client.query<{ id: string }>(
            "insert into public.projects (name, created_by) values ('Survey of the coast', $1) returning id",
            [user],
        );
        const id = project.rows[0]?.id ?? "";
        await client.query("alter table public.tasks disable trigger _800_audit_insert");
        const { rows } = await client.query<{ id: string }>(
            `insert into public.tasks (id, project_id, title, description, created_by)
             select uuidv7(), $1, 'Draw sheet ' || number, 'Soundings of the bay, in metres: ' || number, $2
             from generate_series(1, $3::integer) as number
             returning id`,
            [id, user, initialTasks],
        );
        await client.query("alter table public.tasks enable trigger _800_audit_insert");
        await client.query(variant.sql);
        await client.query("vacuum (freeze, analyze) public.tasks");
        return { ids: rows.map((row) => row.id), project: id, user };
    });
}

async function measureWrite(client: Client, write: (typeof writes)[number], tasks: Tasks): Promise<number> {
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
