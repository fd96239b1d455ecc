import { formatAround, type Fenced } from "./fence.ts";
import { changeOfMeaning } from "./guard.ts";
import { statementsOf } from "./sql-syntax.ts";

/** `refused` says why a text has to stay as it is. */
export type Outcome =
    ({ readonly state: "formatted" } & Fenced) | { readonly state: "refused"; readonly reason: string };

/**
 * Formats SQL, and proves by PostgreSQL's own parser that nothing but its looks has changed.
 *
 * @throws where PostgreSQL would refuse the text
 */
export async function formatSql(sql: string): Promise<Outcome> {
    const statements = await statementsOf(sql);
    let fenced: Fenced;
    try {
        fenced = await formatAround(sql, statements);
    } catch (error) {
        return { state: "refused", reason: `the formatter fails: ${String(error).split("\n")[0]}` };
    }
    const change = await changeOfMeaning(sql, fenced.text);
    return change === undefined ? { state: "formatted", ...fenced } : { state: "refused", reason: change };
}
