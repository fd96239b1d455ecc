import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Database } from "../../src/server/cluster.ts";
import { readProperties } from "../../src/server/database-properties.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "./recipes.ts";

const schema = schemaOf("create table public.thing (id int primary key); insert into public.thing values (1)");

/** What a migration does that sets what its database needs. */
const configured = schemaOf(`
    create schema shop;
    create table shop.thing (id int);
    do $$ begin
        execute format('alter database %I set search_path = shop, "My schema"', current_database());
        execute format('alter database %I set app.tenant = %L', current_database(), 'it''s a=b');
        execute format('alter role %I in database %I set work_mem = %L', current_user, current_database(), '3MB');
    end $$`);

async function count(database: Database): Promise<number> {
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ count: number }>("select count(*)::int as count from public.thing");
        return rows[0]?.count ?? Number.NaN;
    });
}

async function databaseNames(cluster: Cluster): Promise<string[]> {
    return withClient(cluster.database("postgres"), async (client) => {
        const { rows } = await client.query<{ datname: string }>("select datname from pg_database order by datname");
        return rows.map(({ datname }) => datname);
    });
}

/** Ways to get a server; whatever holds for one must hold for the other. */
const servers: Record<string, <T>(use: (cluster: Cluster) => Promise<T>) => Promise<T>> = {
    "an embedded server": (use) => withCluster({ recipe: schema, progress: silent }, use),
    "a server behind a URL": (use) =>
        withCluster({ recipe: schema, progress: silent }, (outer) =>
            withCluster({ recipe: schema, progress: silent, url: outer.tcpUrl(outer.database("postgres")) }, use),
        ),
};

describe.each(Object.entries(servers))("%s", (_, withServer) => {
    it("says which version it is", () =>
        withServer(async (cluster) => expect(cluster.serverVersion).toMatch(/^18\.\d+$/)));

    it("gives each clone the template's rows and keeps clones apart", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            await cluster.withClone(template, (one) =>
                cluster.withClone(template, async (other) => {
                    await withClient(one, (client) => client.query("insert into public.thing values (2)"));
                    expect([await count(one), await count(other)]).toEqual([2, 1]);
                }),
            );
        }));

    it("gives each clone the settings of the template's database, taken ahead or not", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(configured, silent);
            const read = (clone: Database): Promise<unknown[]> =>
                withClient(clone, async (client) => {
                    const { rows } = await client.query<Record<string, unknown>>(
                        `select
                            current_setting('search_path') as path,
                            current_setting('work_mem') as memory,
                            current_setting('app.tenant') as tenant,
                            (select count(*)::int from thing) as things`,
                    );
                    return Object.values(rows[0] ?? {});
                });
            const expected = ['shop, "My schema"', "3MB", "it's a=b", 0];
            expect(await cluster.withClone(template, read)).toEqual(expected);
            expect(await cluster.withClones(template, async (clones) => read(await clones.take()))).toEqual(expected);
            // And no other database has them.
            const other = await cluster.ensureTemplate(schema, silent);
            expect(await cluster.withClone(other, count)).toBe(1);
        }));

    it("gives each clone what the database of its template allows and sets", () =>
        withServer(async (cluster) => {
            const base = schemaOf(
                [
                    ...["shop_owner", "shop_reader"].map((role) => `create role ${role}`),
                    "revoke all on database %I from public",
                    "grant create on database %I to shop_reader with grant option",
                    `alter database %I set search_path to public, "$user", "a, b"`,
                    "alter database %I set app.tenant to 'it''s one'",
                    "alter role shop_reader in database %I set work_mem to '5MB'",
                    "alter database %I owner to shop_owner",
                ]
                    .map((sql) => `do $do$ begin execute format($$${sql}$$, current_database()); end $do$;`)
                    .join("\n"),
            );
            const template = await cluster.ensureTemplate(schemaOf("select 1", { base }), silent);
            const owner = "shop_owner";
            await cluster.withClone(template, async ({ name }) =>
                withClient(cluster.database("postgres"), async (client) =>
                    expect(await readProperties(client, name)).toEqual({
                        owner,
                        settings: [
                            { role: null, name: "app.tenant", value: "it's one" },
                            { role: null, name: "search_path", value: 'public, "$user", "a, b"' },
                            { role: "shop_reader", name: "work_mem", value: "5MB" },
                        ],
                        privileges: [
                            ...["CONNECT", "CREATE", "TEMPORARY"].map((privilege) => ({
                                grantee: owner,
                                privilege,
                                isGrantable: false,
                            })),
                            { grantee: "shop_reader", privilege: "CREATE", isGrantable: true },
                        ],
                    }),
                ),
            );
        }));

    it("leaves a clone as any new database where its template's is", () =>
        withServer(async (cluster) =>
            cluster.withClone(await cluster.ensureTemplate(schema, silent), async ({ name }) =>
                withClient(cluster.database("postgres"), async (client) =>
                    expect(await readProperties(client, name)).toEqual({ settings: [] }),
                ),
            ),
        ));

    it("drops a clone even when its user throws and leaves a session open", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            const before = await databaseNames(cluster);
            const failing = cluster.withClone(template, (clone) =>
                withClient(clone, async (client) => {
                    await client.query("begin; lock table public.thing");
                    throw new Error("the user's own");
                }),
            );
            await expect(failing).rejects.toThrow("the user's own");
            expect(await databaseNames(cluster)).toEqual(before);
        }));

    it("makes clones ahead, and drops those that nobody took and those that were given back", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            const before = await databaseNames(cluster);
            const kept = await cluster.withClones(template, async (clones) => {
                clones.prepare(3);
                const [one, other] = [await clones.take(), await clones.take()];
                await withClient(one, (client) => client.query("insert into public.thing values (2)"));
                expect([await count(one), await count(other)]).toEqual([2, 1]);
                clones.drop(one);
                return other;
            });
            expect(await databaseNames(cluster)).toEqual([...before, kept.name].sort());
        }));

    it("drops the clones of a pool whose user throws", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            const before = await databaseNames(cluster);
            const failing = cluster.withClones(template, async (clones) => {
                clones.prepare(2);
                clones.drop(await clones.take());
                throw new Error("the user's own");
            });
            await expect(failing).rejects.toThrow("the user's own");
            expect(await databaseNames(cluster)).toEqual(before);
        }));

    it("tells who takes a clone that it could not be made", () =>
        withServer(async (cluster) => {
            const nowhere = { recipe: schema, name: "no_such_template" };
            const failing = cluster.withClones(nowhere, async (clones) => {
                clones.prepare(2);
                await clones.take();
            });
            await expect(failing).rejects.toThrow('template database "no_such_template" does not exist');
        }));

    it("lets nobody connect to a template", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            await expect(count(cluster.database(template.name))).rejects.toThrow("not currently accepting connections");
        }));

    it("builds a template once, however many ask for it at the same time", () =>
        withServer(async (cluster) => {
            let builds = 0;
            const sql = "create table public.built (id int)";
            const recipe = schemaOf(sql, {
                async build(database) {
                    builds += 1;
                    await withClient(database, (client) => client.query(sql));
                },
            });
            await Promise.all(Array.from({ length: 4 }, () => cluster.ensureTemplate(recipe, silent)));
            expect(builds).toBe(1);
        }));

    it("builds on the template of the base", () =>
        withServer(async (cluster) => {
            const recipe = schemaOf("insert into public.thing values (7)", { name: "larger", base: schema });
            const template = await cluster.ensureTemplate(recipe, silent);
            expect(await cluster.withClone(template, count)).toBe(2);
        }));

    it("leaves no template behind when building it fails", () =>
        withServer(async (cluster) => {
            const before = await databaseNames(cluster);
            await expect(cluster.ensureTemplate(schemaOf("select 1/0"), silent)).rejects.toThrow("division by zero");
            expect(await databaseNames(cluster)).toEqual(before);
        }));

    it("can be reached over TCP", () =>
        withServer(async (cluster) => {
            const template = await cluster.ensureTemplate(schema, silent);
            await cluster.withClone(template, async (clone) => {
                expect(await count({ name: clone.name, url: cluster.tcpUrl(clone) })).toBe(1);
            });
        }));
});

describe("a server behind a URL", () => {
    it("loses the clones of dead runs and keeps those of live ones", () =>
        withCluster({ recipe: schema, progress: silent }, async (outer) => {
            const url = outer.tcpUrl(outer.database("postgres"));
            const connect = <T>(use: (cluster: Cluster) => Promise<T>): Promise<T> =>
                withCluster({ recipe: schema, progress: silent, url }, use);
            await withClient(outer.database("postgres"), (client) =>
                client.query("create database pgassay_clone_deadbeef_1"),
            );
            await connect(async (first) => {
                expect(await databaseNames(first)).not.toContain("pgassay_clone_deadbeef_1");
                const template = await first.ensureTemplate(schema, silent);
                await first.withClone(template, (clone) =>
                    connect(async (second) => expect(await databaseNames(second)).toContain(clone.name)),
                );
            });
        }));

    it("is refused when its user may not create databases", () =>
        withCluster({ recipe: schema, progress: silent }, async (outer) => {
            await withClient(outer.database("postgres"), (client) =>
                client.query("create role reader login password 'reader'"),
            );
            const url = outer.tcpUrl(outer.database("postgres")).replace(/\/\/[^@]+@/, "//reader:reader@");
            const attempt = withCluster({ recipe: schema, progress: silent, url }, async () => {});
            await expect(attempt).rejects.toMatchObject({
                kind: "environment",
                message: expect.stringMatching(/what happened: its user may not create databases/) as string,
            });
        }));

    it("is an environment error that hides the password when nobody listens", async () => {
        const url = "postgresql://me:secret@127.0.0.1:1/none";
        const attempt = withCluster({ recipe: schema, progress: silent, url }, async () => {});
        await expect(attempt).rejects.toMatchObject({
            kind: "environment",
            message: expect.stringMatching(
                /could not connect to PostgreSQL at postgresql:\/\/me:\*\*\*@127[^]*ECONNREFUSED/,
            ) as string,
        });
    });
});
