import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Config } from "../config/config.ts";
import { compareText, type Finding } from "../core/finding.ts";
import { lineOfCase } from "../plan/case-line.ts";
import type { Location } from "../report/sarif.ts";

/**
 * Where findings are in the files of a project, by what they are about: a migration names itself, a query and a case
 * have a file, and an object of the schema stands in the dump of it or, where there is none that has it, in a migration.
 * What is nowhere else stands at the beginning of the configuration: code scanning refuses a log as a whole if one result
 * of it is in no file.
 *
 * @param top the directory that the paths begin at
 */
export async function findingLocations(
    findings: readonly Finding[],
    { file: configFile, queries, migrations }: Config,
    top: string,
): Promise<ReadonlyMap<string, Location>> {
    const locations = new Map<string, Location>();
    const place = (file: string, line: number): Location => ({
        file: relative(top, file).replaceAll("\\", "/"),
        line,
    });
    const schema = await schemaTexts(migrations);
    for (const subject of new Set(findings.map((finding) => finding.subject))) {
        locations.set(subject, place(configFile, 1));
        const [, migration, line] = /^([^/]+\.sql)(?::(\d+))?$/.exec(subject) ?? [];
        if (migration !== undefined) {
            const file = join(migrations.migrationsDir, migration);
            if ((await textOf(file)) !== undefined) locations.set(subject, place(file, Number(line ?? 1)));
            continue;
        }
        const [id = "", name] = subject.split("#");
        const file = queries === undefined ? "" : join(queries, `${id}.sql`);
        const query = file === "" ? undefined : await textOf(file);
        if (query !== undefined) {
            locations.set(subject, place(file, name === undefined ? 1 : lineOfCase(query, name)));
        } else {
            const found = placeOfObject(schema, subject);
            if (found !== undefined) locations.set(subject, place(found.file, found.line));
        }
    }
    return locations;
}

/** A file that makes objects of the schema, in lines. */
interface SchemaText {
    readonly file: string;
    readonly lines: readonly string[];
}

/** The dump, which has everything in one place, and then the migrations in their order; none that cannot be read. */
async function schemaTexts({ schemaFile, migrationsDir }: Config["migrations"]): Promise<SchemaText[]> {
    const names = await readdir(migrationsDir).catch(() => []);
    const migrations = names.filter((name) => name.endsWith(".sql")).toSorted(compareText);
    const files = [schemaFile, ...migrations.map((name) => join(migrationsDir, name))];
    const texts = await Promise.all(files.map(textOf));
    return files.flatMap((file, i) => (texts[i] === undefined ? [] : [{ file, lines: texts[i].split("\n") }]));
}

/**
 * The first line that names an object, after its table where it belongs to one; from 1. Of the files it is the first that
 * names most of `schema.table.constraint`: a name that PostgreSQL made up stands in no migration.
 */
function placeOfObject(texts: readonly SchemaText[], subject: string): { file: string; line: number } | undefined {
    let best: { readonly file: string; readonly line: number; readonly named: number } | undefined;
    for (const { file, lines } of texts) {
        let [at, named] = [-1, 0];
        for (const part of subject.split(".")) {
            const word = new RegExp(`(?<!\\w)${part.replace(/[^\w]/g, "\\$&")}(?!\\w)`);
            const next = lines.findIndex((line, i) => i >= at && word.test(line));
            if (next >= 0) [at, named] = [next, named + 1];
        }
        if (named > (best?.named ?? 0)) best = { file, line: at + 1, named };
    }
    return best;
}

async function textOf(file: string): Promise<string | undefined> {
    return readFile(file, "utf8").catch(() => undefined);
}
