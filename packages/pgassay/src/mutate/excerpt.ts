import type pg from "pg";
import type { Statement } from "../pgtap/statements.ts";
import type { BaselineFile } from "./baseline.ts";
import type { Mutant } from "./mutant.ts";
import { mentions } from "./order-files.ts";
import { showExcerpts } from "./show-files.ts";

/** What is left of a test file without the assertions of lists that do not name a mutant, and without all others. */
export interface Excerpt {
    readonly of: BaselineFile;
    readonly statements: readonly Statement[];
}

/**
 * What files say about a mutant where they assert the same of each row of a list. Only files that write nothing have
 * such lists, so that no row matters to another, and what fails in an excerpt fails in the file.
 */
export function excerptsAbout({ owner, names }: Mutant, files: readonly BaselineFile[]): Excerpt[] {
    const wanted = [...new Set([owner.name, ...names])];
    return files.flatMap((of) => {
        if (of.lists.size === 0) return [];
        let isNamed = false;
        const statements = of.file.statements.flatMap((statement) => {
            const list = of.lists.get(statement);
            if (!list) return of.assertions.has(statement) ? [] : [statement];
            const about = list.rows.flatMap((row, i) => (wanted.some((name) => mentions(row, name)) ? [i] : []));
            if (about.length === 0) return [];
            isNamed = true;
            // The first row often has the casts that give the columns of all others their types.
            return [{ ...statement, text: list.with([...new Set([0, ...about])]) }];
        });
        return isNamed ? [{ of, statements }] : [];
    });
}

/** Excerpts that pass on the schema as it is; each is tried once. */
export interface ProvenExcerpts {
    /** Those of some excerpts that pass, tried in a transaction of the client's own. */
    among(client: pg.Client, excerpts: readonly Excerpt[]): Promise<Excerpt[]>;
}

export function provenExcerpts(): ProvenExcerpts {
    const known = new Map<string, boolean>();
    return {
        async among(client, excerpts) {
            const proven: Excerpt[] = [];
            for (const excerpt of excerpts) {
                const key = JSON.stringify([excerpt.of.file.name, excerpt.statements.map(({ text }) => text)]);
                let passes = known.get(key);
                if (passes === undefined) {
                    await client.query("begin");
                    passes = (await showExcerpts(client, [excerpt])) === undefined;
                    await client.query("rollback");
                    known.set(key, passes);
                }
                if (passes) proven.push(excerpt);
            }
            return proven;
        },
    };
}
