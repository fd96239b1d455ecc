import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Config } from "../config/config.ts";
import type { Finding } from "../core/finding.ts";
import { lineOfCase } from "../plan/case-line.ts";
import type { Location } from "../report/sarif.ts";

/**
 * Where findings are in the files of a project, by what they are about: a migration names itself, a query and a case
 * have a file, and an object of the schema stands in the dump of it. What is nowhere else stands at the beginning of the
 * configuration: code scanning refuses a log as a whole if one result of it is in no file.
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
    const dump = await textOf(migrations.schemaFile);
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
        } else if (dump !== undefined) {
            const found = lineOfObject(dump, subject);
            if (found !== undefined) locations.set(subject, place(migrations.schemaFile, found));
        }
    }
    return locations;
}

/** The first line of a dump that names an object, after its table where it belongs to one; from 1. */
function lineOfObject(dump: string, subject: string): number | undefined {
    const lines = dump.split("\n");
    let at = -1;
    for (const part of subject.split(".")) {
        const word = new RegExp(`(?<!\\w)${part.replace(/[^\w]/g, "\\$&")}(?!\\w)`);
        const next = lines.findIndex((line, i) => i >= at && word.test(line));
        if (next >= 0) at = next;
    }
    return at < 0 ? undefined : at + 1;
}

async function textOf(file: string): Promise<string | undefined> {
    return readFile(file, "utf8").catch(() => undefined);
}
