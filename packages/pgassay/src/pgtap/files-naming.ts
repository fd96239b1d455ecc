import { readFile } from "node:fs/promises";
import { loadSqlParser, scanSql } from "../core/sql-text.ts";
import type { TestFile } from "./find-test-files.ts";

/**
 * The test files that name certain objects, in their statements or in a text that these hold, as `has_index` takes it;
 * comments do not count. A file that is no SQL names nothing.
 *
 * @returns names of files, in their order, by the name of the object; nothing for what no file names
 */
export async function filesNaming(
    files: readonly TestFile[],
    names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
    await loadSqlParser();
    const patterns = [...new Set(names)].map((name) => [name, wholeWord(name)] as const);
    const found = new Map<string, string[]>();
    for (const { name: file, path } of files) {
        const text = withoutComments(await readFile(path, "utf8"));
        for (const [name, pattern] of patterns) {
            if (pattern.test(text)) found.set(name, [...(found.get(name) ?? []), file]);
        }
    }
    return found;
}

function wholeWord(name: string): RegExp {
    const literal = name.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
    return new RegExp(String.raw`(?<![\p{L}\p{N}_$])${literal}(?![\p{L}\p{N}_$])`, "u");
}

function withoutComments(sql: string): string {
    try {
        const tokens = scanSql(sql).filter(({ kind }) => !kind.endsWith("COMMENT"));
        return tokens.map(({ text }) => text).join("\n");
    } catch (error) {
        // The scanner's complaint is no JSON, and nothing more is known of it.
        if (error instanceof SyntaxError) return "";
        throw error;
    }
}
