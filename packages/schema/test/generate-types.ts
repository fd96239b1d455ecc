import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
// A CommonJS module whose names Node cannot see from outside.
import kanel, { type Output, type TypeMap } from "kanel";
import { schemaRecipe, silent, withCluster } from "pgassay";

const root = new URL("../../../", import.meta.url);

/** What has rows or is the type of a column. Functions are called in SQL and have types there. */
const kinds = new Set(["table", "view", "materializedView", "enum", "domain"]);

/** What node-postgres makes of a value where kanel's own table says something else or nothing. */
const asNodePostgresReturnsIt: TypeMap = {
    "pg_catalog.bytea": "Buffer",
    "pg_catalog.cidr": "string",
    "pg_catalog.interval": ourType("Interval", "../interval"),
    "pg_catalog.json": ourType("JsonValue", "../json-value"),
    "pg_catalog.jsonb": ourType("JsonValue", "../json-value"),
    "pg_catalog.name": "string",
    "pg_catalog.time": "string",
    "pg_catalog.timetz": "string",
    "pg_catalog.tsvector": "string",
    "pg_catalog.xid8": "string",
};

/** Each has a module of its own. */
const schemas = ["public", "monitoring"] as const;

/** The TypeScript of each schema, by its name. */
export type Types = Readonly<Record<(typeof schemas)[number], string>>;

/** The row types and enum unions of a freshly migrated database. Equal schemas give equal bytes. */
export async function generateTypes(): Promise<Types> {
    const recipe = await schemaRecipe({
        migrationsDir: fileURLToPath(new URL("db/migrations", root)),
        schemaFile: fileURLToPath(new URL("db/schema.sql", root)),
        migrationsTable: "public.schema_migrations",
    });
    return withCluster({ recipe, progress: silent }, async (cluster) =>
        cluster.withClone(await cluster.ensureTemplate(recipe, silent), (clone) => typesOf(cluster.tcpUrl(clone))),
    );
}

/** The row types and enum unions of a database, which is reached over TCP. */
export async function typesOf(url: string): Promise<Types> {
    // kanel writes files and returns nothing.
    const directory = await mkdtemp(join(tmpdir(), "bduf-types-"));
    try {
        await kanel.processDatabase({
            connection: url,
            schemaNames: [...schemas],
            filter: ({ kind, name }) => kinds.has(kind) && name !== "schema_migrations",
            // kanel would look into the query of a view, and know no type where it finds no plain column.
            resolveViews: false,
            outputPath: directory,
            typescriptConfig: { enumStyle: "literal-union", importsExtension: ".ts" },
            generators: [
                kanel.makePgTsGenerator({
                    customTypeMap: asNodePostgresReturnsIt,
                    getMetadata: ({ schemaName }, _purpose, metadata) => ({
                        ...metadata,
                        path: join(directory, schemaName),
                        exportAs: "named",
                    }),
                    // PostgreSQL does not say which columns of a view are never null.
                    getPropertyMetadata: (_column, { kind }, _purpose, metadata) =>
                        kind === "view" || kind === "materializedView"
                            ? { ...metadata, nullableOverride: true }
                            : metadata,
                }),
            ],
            preRenderHooks: [putInOrder],
        });
        const read = (schema: string): Promise<string> => readFile(join(directory, `${schema}.ts`), "utf8");
        return { public: await read("public"), monitoring: await read("monitoring") };
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

type TypeScriptFile = Extract<Output[string], { readonly fileType: "typescript" }>;
type Named = Extract<TypeScriptFile["declarations"][number], { readonly name: string }>;

/**
 * Sorts, because the catalog is read in no order of its own, and leaves out the type of what an update may set: it is
 * `Partial` of what an insert takes.
 */
function putInOrder(output: Output): Output {
    const ordered: Output = {};
    for (const [path, file] of Object.entries(output)) {
        if (file.fileType !== "typescript") continue;
        const declarations = file.declarations
            .filter((declaration): declaration is Named => "name" in declaration)
            .filter(({ name }) => !name.endsWith("Mutator"))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1));
        ordered[path] = { ...file, declarations };
    }
    return ordered;
}

/** A type of this package, and where it is from the generated modules. */
function ourType(name: string, path: string): Exclude<TypeMap[string], string> {
    return { name, typeImports: [{ name, path, isAbsolute: true, isDefault: false, importAsType: true }] };
}
