import { counted } from "../core/counted.ts";
import type { Recipe } from "../server/cluster.ts";
import { migrateUp } from "./dbmate.ts";
import { readMigrationFiles } from "./migration-files.ts";
import type { MigrationProject } from "./project.ts";

/** The template that holds the migrated schema and nothing else. */
export async function schemaRecipe(project: MigrationProject): Promise<Recipe> {
    const files = await readMigrationFiles(project.migrationsDir);
    return {
        name: "schema",
        inputs: [project.migrationsTable, ...files.flatMap(({ name, text }) => [name, text])],
        async build(database, progress) {
            progress.step(`apply ${counted(files.length, "migration")}`);
            await migrateUp(database, project);
        },
    };
}
