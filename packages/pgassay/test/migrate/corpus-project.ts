import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationProject } from "../../src/migrate/project.ts";

/** Hands a copy of the dbmate project below `corpus/` of this name to `use`, which may change it. */
export async function withProject(name: string, use: (project: MigrationProject) => Promise<void>): Promise<void> {
    // dbmate splits a list of directories at commas.
    const directory = await mkdtemp(join(tmpdir(), "pgassay-test, "));
    try {
        await cp(fileURLToPath(new URL(`corpus/${name}`, import.meta.url)), directory, { recursive: true });
        await use({
            migrationsDir: join(directory, "migrations"),
            schemaFile: join(directory, "schema.sql"),
            migrationsTable: "public.schema_migrations",
        });
    } finally {
        await rm(directory, { recursive: true });
    }
}
