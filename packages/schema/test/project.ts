import { fileURLToPath } from "node:url";
import { schemaRecipe, testRecipe, type Recipe } from "pgassay";

const root = new URL("../../../", import.meta.url);

export const testsDirectory = fileURLToPath(new URL("packages/schema/tests", root));

/** The template that `pgassay test` runs our files on. */
export async function ourTestRecipe(): Promise<Recipe> {
    const schema = await schemaRecipe({
        migrationsDir: fileURLToPath(new URL("db/migrations", root)),
        schemaFile: fileURLToPath(new URL("db/schema.sql", root)),
        migrationsTable: "public.schema_migrations",
    });
    return testRecipe(schema, `${testsDirectory}/setup`);
}
