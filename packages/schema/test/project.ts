import { fileURLToPath } from "node:url";
import { schemaRecipe, testRecipe, type Recipe } from "pgassay";

const root = new URL("../../../", import.meta.url);

/** The dbmate project, and the sources of what its migrations install. */
export const databaseDirectory = fileURLToPath(new URL("db", root));

export const testsDirectory = fileURLToPath(new URL("packages/schema/tests", root));

/** The template that holds our schema and nothing else. */
export async function ourSchemaRecipe(): Promise<Recipe> {
    return schemaRecipe({
        migrationsDir: `${databaseDirectory}/migrations`,
        schemaFile: `${databaseDirectory}/schema.sql`,
        migrationsTable: "public.schema_migrations",
    });
}

/** The template that `pgassay test` runs our files on. */
export async function ourTestRecipe(): Promise<Recipe> {
    return testRecipe(await ourSchemaRecipe(), `${testsDirectory}/setup`);
}
