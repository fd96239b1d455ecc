import { fileURLToPath } from "node:url";
import { type Query, readQueries, schemaRecipe, silent, withClient, withCloneOf } from "pgassay";
import { pascalCase, typeNames, type TypeNames } from "./postgres-types.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** Names and types of what a query takes and returns. */
interface Shape {
    readonly parameters: readonly { readonly name: string; readonly type: string }[];
    readonly columns: readonly { readonly name: string; readonly type: string; readonly isNullable: boolean }[];
}

async function ourQueries(): Promise<Query[]> {
    return readQueries(`${root}packages/bench/queries`, root);
}

/** Hands `use` a connection to a freshly migrated database. */
export async function withSchema<T>(use: (client: Client) => Promise<T>): Promise<T> {
    const recipe = await schemaRecipe({
        migrationsDir: `${root}db/migrations`,
        schemaFile: `${root}db/schema.sql`,
        migrationsTable: "public.schema_migrations",
    });
    return withCloneOf({ recipe, progress: silent }, (clone) => withClient(clone, use));
}

/** The module with a typed handle for each query that reads; what writes is not described, but executed. Equal queries and schemas give equal bytes. */
export async function generateQueries(): Promise<string> {
    const queries = (await ourQueries()).filter(({ kind }) => kind === "read");
    const shapes = await withSchema(async (client) => {
        const described: Shape[] = [];
        for (const query of queries) described.push(await describeQuery(client, query));
        return described;
    });
    const names = queries.map(({ id }) => handleName(id));
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) throw new Error(`two queries would be called ${twice}: rename one of the files`);
    const bodies = queries.map((query, place) => handle(query, shapes[place] ?? { parameters: [], columns: [] }));
    const used = new Set(bodies.join("").match(/\b[A-Z]\w+\b/g));
    const imported = [...new Set(shapes.flatMap(typesOf))].filter((name) => used.has(name)).toSorted();
    return [
        "// Written from the query files and what the server says of them: `npm run queries:write -w @bduf/bench`.",
        ...(imported.length > 0 ? [`import type { ${imported.join(", ")} } from "@bduf/schema";`] : []),
        'import { typedQuery } from "../queries/query.ts";',
        "",
        ...bodies,
    ].join("\n");
}

/** `task/my_open_tasks` becomes `myOpenTasks`. */
function handleName(id: string): string {
    const name = pascalCase(id.replace(/^.*\//, ""));
    return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Asks the server for the types of a query, by running it where there are no rows. */
export async function describeQuery(
    client: Client,
    query: Pick<Query, "text" | "parameters" | "cases">,
): Promise<Shape> {
    const nulls = query.parameters.map(() => null);
    const { fields } = await client.query({ text: query.text, values: nulls, rowMode: "array" });
    const { rows } = await client.query<{ oid: number }>(
        "select type::regtype::oid::integer as oid from unnest($1::text[]) with ordinality as p (type, place) order by place",
        [query.parameters.map(({ type }) => type)],
    );
    const parameterOids = rows.map(({ oid }) => oid);
    const types = await typeNames(client, [...parameterOids, ...fields.map(({ dataTypeID }) => dataTypeID)]);
    const nameOf = (oid: number | undefined, as: keyof TypeNames): string => types.get(oid ?? 0)?.[as] ?? "unknown";
    // A row that an outer join did not find has nulls in columns that are never null in their table.
    const mayLackRows = /\b(?:left|right|full)\s+(?:outer\s+)?join\b|\bgrouping\s+sets\b|\brollup\b|\bcube\b/i.test(
        query.text,
    );
    const required = mayLackRows ? new Set<string>() : await requiredColumns(client);
    return {
        parameters: query.parameters.map(({ name }, place) => {
            const type = nameOf(parameterOids[place], "taken");
            const takesNull = query.cases.some(({ arguments: values }) => {
                const value = values[place];
                return value?.kind === "literal" && value.value === null;
            });
            return { name, type: takesNull ? `${type} | null` : type };
        }),
        columns: fields.map(({ name, dataTypeID, tableID, columnID }) => ({
            name,
            type: nameOf(dataTypeID, "returned"),
            isNullable: !required.has(`${tableID}.${columnID}`),
        })),
    };
}

/** Columns of tables that are never null, `<oid>.<number>` as the description of a result names them. */
async function requiredColumns(client: Client): Promise<ReadonlySet<string>> {
    const { rows } = await client.query<{ key: string }>(
        `select a.attrelid::text || '.' || a.attnum as key
         from pg_attribute as a
         join pg_class as c on c.oid = a.attrelid
         where a.attnotnull and c.relkind in ('r', 'p')`,
    );
    return new Set(rows.map(({ key }) => key));
}

function handle({ id, about, text }: Query, { parameters, columns }: Shape): string {
    const takes = parameters.map(({ name, type }) => `    ${name}: ${type};`);
    const returns = columns.map(({ name, type, isNullable }) => `    ${name}: ${type}${isNullable ? " | null" : ""};`);
    const name = handleName(id);
    const type = pascalCase(id.replace(/^.*\//, ""));
    const literal = text.trim().replaceAll(/[\\`]|\$\{/g, String.raw`\$&`);
    return [
        takes.length > 0 ? `export interface ${type}Parameters {\n${takes.join("\n")}\n}\n` : "",
        `export interface ${type}Row {\n${returns.join("\n")}\n}\n`,
        `/** ${about} */`,
        `export const ${name} = typedQuery<${takes.length > 0 ? `${type}Parameters` : "object"}, ${type}Row>(`,
        `    ${JSON.stringify(id)},`,
        `    ${JSON.stringify(parameters.map((parameter) => parameter.name))},`,
        `    \`${literal}\`,`,
        ");",
        "",
    ]
        .filter((line, place) => place > 0 || line !== "")
        .join("\n");
}

/** Names of types that are not TypeScript's own. */
function typesOf({ parameters, columns }: Shape): string[] {
    const builtIn = new Set(["Date"]);
    return [...parameters, ...columns]
        .flatMap(({ type }) => type.match(/\b[A-Z]\w+\b/g) ?? [])
        .filter((name) => !builtIn.has(name));
}
