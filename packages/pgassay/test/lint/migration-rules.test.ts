import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { MigrationFile } from "../../src/core/migration-file.ts";
import { lintMigrations } from "../../src/lint/migration-rules.ts";
import { squawk } from "../../src/lint/squawk.ts";
import { renderFindings } from "../../src/report/findings.ts";

// A case is a migration, `<name>.sql`, beside `<name>.txt` with all that is found in it: nothing, if there is no such file.
const corpus = fileURLToPath(new URL("migrations/", import.meta.url));
const entries = (await readdir(corpus)).toSorted();
const files = await Promise.all(
    entries
        .filter((name) => name.endsWith(".sql"))
        .map(async (name): Promise<MigrationFile> => ({
            name,
            version: "1",
            text: await readFile(join(corpus, name), "utf8"),
        })),
);

const findings = [...(await lintMigrations(files)), ...(await squawk(files, "18.4"))];

describe("the rules for migrations", () => {
    it.each(files.map((file) => basename(file.name, ".sql")))("say of %s what is written beside it", async (name) => {
        const found = findings.filter(({ subject }) => subject.startsWith(`${name}.sql:`));
        if (found.length === 0) expect(entries).not.toContain(`${name}.txt`);
        else await expect(renderFindings(found, { color: false })).toMatchFileSnapshot(join(corpus, `${name}.txt`));
    });
});
