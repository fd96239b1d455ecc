import { readFile } from "node:fs/promises";
import {
    silent,
    withClient,
    withCloneOf,
    withCluster,
    type Cluster,
    type Database,
    type Recipe,
    type Template,
} from "pgassay";
import { expect, it } from "vitest";
import { ourSchemaRecipe } from "../project.ts";
import { outcomeOf } from "../two-sessions.ts";

const nothing: Recipe = { name: "nothing", inputs: [], build: () => Promise.resolve() };

/** The two halves of the migration that makes the roles. */
async function rolesMigration(): Promise<{ up: string; down: string }> {
    const file = new URL("../../../../db/migrations/20260501000001_roles.sql", import.meta.url);
    const [, up, down] = (await readFile(file, "utf8")).split(/^-- migrate:(?:up|down)$/m);
    if (up === undefined || down === undefined) throw new Error("the migration of the roles has not two halves");
    return { up, down };
}

/** A cluster without our roles. */
async function withBareCluster(use: (cluster: Cluster, template: Template) => Promise<void>): Promise<void> {
    await withCluster({ recipe: nothing, progress: silent }, async (cluster) =>
        use(cluster, await cluster.ensureTemplate(nothing, silent)),
    );
}

async function run(database: Database, sql: string): Promise<string> {
    return withClient(database, (client) => outcomeOf(client.query(sql)));
}

it("makes the roles once, whichever databases of the cluster are migrated at the same time", async () => {
    const { up, down } = await rolesMigration();
    await withBareCluster(async (cluster, template) => {
        const migrated = Array.from({ length: 6 }, () =>
            cluster.withClone(template, async (database) => [
                await run(database, up),
                await run(database, down),
                await run(database, up),
            ]),
        );
        for (const outcomes of await Promise.all(migrated)) expect(outcomes).toEqual(["done", "done", "done"]);
    });
});

it("goes down in one database while another uses the roles", async () => {
    const { up, down } = await rolesMigration();
    await withBareCluster(async (cluster, template) => {
        await cluster.withClone(template, async (other) => {
            expect(
                await run(other, `${up}; create table public.kept (); grant select on public.kept to bduf_app`),
            ).toBe("done");
            await cluster.withClone(template, async (database) => {
                expect(await run(database, up)).toBe("done");
                expect(await run(database, down)).toBe("done");
            });
            const inUse =
                "select from pg_catalog.pg_roles where has_table_privilege(rolname, 'public.kept', 'select') and rolname = 'bduf_app'";
            await withClient(other, async (client) => expect((await client.query(inUse)).rowCount).toBe(1));
        });
    });
});

it.each([
    ["signs in", "alter role bduf_app login"],
    ["gets round policies", "alter role bduf_readonly bypassrls"],
    ["is a superuser", "alter role bduf_owner superuser"],
    ["is within another role", "grant pg_read_all_data to bduf_job"],
    ["is within the owner", "grant bduf_owner to bduf_app"],
])("refuses a cluster in which a role of that name %s", async (_, defect) => {
    const { up, down } = await rolesMigration();
    await withBareCluster(async (cluster, template) =>
        cluster.withClone(template, async (database) => {
            expect(await run(database, up)).toBe("done");
            expect(await run(database, down)).toBe("done");
            expect(await run(database, defect)).toBe("done");
            expect(await run(database, up)).toBe("BD401");
        }),
    );
});

// Our pgTAP files give themselves that right, for pgTAP keeps results in such tables.
it.each(["bduf_owner", "bduf_app", "bduf_readonly", "bduf_job"])("%s makes no temporary tables", async (role) => {
    await withCloneOf({ recipe: await ourSchemaRecipe(), progress: silent }, async (database) => {
        expect(await run(database, `set role ${role}; create temporary table mine ()`)).toBe("42501");
    });
});
