import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { silent, withClient, withCloneOf } from "pgassay";
import { describe, expect, test } from "vitest";
import { databaseDirectory, ourSchemaRecipe } from "./project.ts";
import type { Client } from "./two-sessions.ts";

/** A function, procedure, view or policy. */
interface InstalledObject {
    readonly name: string;
    /** Its text as the catalog has it, with comments and privileges. */
    readonly definition: string;
    /** Whether the current transaction wrote it. */
    readonly written: boolean;
}

const folders = ["functions", "views", "procedures", "policies"];

/** Sources relative to `db`; a folder that is not there yet has none. */
const sources = folders
    .filter((folder) => existsSync(join(databaseDirectory, folder)))
    .flatMap((folder) =>
        readdirSync(join(databaseDirectory, folder), { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(".sql"))
            .map((file) => join(folder, file)),
    )
    .toSorted();

interface Installed {
    readonly client: Client;
    readonly objects: readonly InstalledObject[];
}

/** A test with a connection that all tests of this file share, and what is installed; each leaves it as it was. */
const it = test.extend<{ installed: Installed }>({
    installed: [
        async ({}, use) => {
            const recipe = await ourSchemaRecipe();
            await withCloneOf({ recipe, progress: silent }, (database) =>
                withClient(database, async (client) => use({ client, objects: await objectsOf(client) })),
            );
        },
        { scope: "file" },
    ],
});

const query = await readFile(new URL("installed-objects.sql", import.meta.url), "utf8");

async function objectsOf(client: Client): Promise<InstalledObject[]> {
    return (await client.query<InstalledObject>(query)).rows;
}

/** What is installed after the texts have been run, in a transaction that leaves nothing behind. */
async function objectsAfter(client: Client, texts: readonly string[]): Promise<InstalledObject[]> {
    await client.query("begin");
    try {
        for (const text of texts) await client.query(text);
        return await objectsOf(client);
    } finally {
        await client.query("rollback");
    }
}

const definitionsOf = (found: readonly InstalledObject[]): Record<string, string> =>
    Object.fromEntries(found.map(({ name, definition }) => [name, definition]));

const sourceOf = (file: string): Promise<string> => readFile(join(databaseDirectory, file), "utf8");

describe("what is installed is what its source says", () => {
    it.for(sources)("%s", async (file, { installed }) => {
        const after = await objectsAfter(installed.client, [await sourceOf(file)]);
        expect(definitionsOf(after)).toEqual(definitionsOf(installed.objects));
        expect(after.filter(({ written }) => written)).not.toEqual([]);
    });

    it("nothing is installed that has no source", async ({ installed }) => {
        const after = await objectsAfter(installed.client, await Promise.all(sources.map(sourceOf)));
        expect(after.filter(({ written }) => !written).map(({ name }) => name)).toEqual([]);
    });
});

describe("a difference is noticed", () => {
    it.for([
        [
            "in the text",
            "create or replace function public.set_updated_at() returns trigger language plpgsql as 'begin end'",
        ],
        ["in a comment", "comment on view public.project_dashboard is 'Something else.'"],
        ["in an option", "alter view public.project_dashboard reset (security_invoker)"],
        ["in a privilege", "grant execute on function public.role_permissions to public"],
    ] as const)("%s", async ([, change], { installed }) => {
        expect(definitionsOf(await objectsAfter(installed.client, [change]))).not.toEqual(
            definitionsOf(installed.objects),
        );
    });

    it("of something that nobody wrote down", async ({ installed }) => {
        const sourceless = "create view public.sourceless as select 1 as one";
        const names = (await objectsAfter(installed.client, [sourceless])).map(({ name }) => name);
        expect(names.filter((name) => !installed.objects.some((object) => object.name === name))).toEqual([
            "view (view,public,sourceless,public.sourceless)",
        ]);
    });
});
