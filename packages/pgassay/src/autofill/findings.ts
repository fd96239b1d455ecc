import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import { candidatesAtMost } from "./row-maker.ts";
import type { StuckRow } from "./row-maker.ts";
import { shownTable } from "./schema.ts";
import type { Table } from "./schema.ts";
import type { TablePlan } from "./table-plan.ts";

/** A constraint that no rows are found for. */
export function unsolvedFinding(table: Table, subject: string, reason: string, detail?: string): Finding {
    return {
        code: "autofill-unsolved",
        severity: "error",
        subject: `${shownTable(table)}.${subject}`,
        message: reason,
        ...(detail !== undefined && { detail }),
    };
}

/** A row that none was found for. */
export function stuckFinding(table: Table, { stuck }: StuckRow, rows: number): Finding {
    const before = rows === 0 ? "for its first row" : `after ${counted(rows, "row")}`;
    const check = table.checks.find(({ name }) => name === stuck);
    return unsolvedFinding(
        table,
        stuck.replace(`${shownTable(table)}.`, "").replace(/ of .*/, ""),
        `${before}, none of ${candidatesAtMost} candidates satisfies it`,
        check && `check (${check.expression})`,
    );
}

/** What is known of a refused row. */
export interface Refusal {
    readonly code?: string | undefined;
    readonly message: string;
    readonly constraint?: string | undefined;
    readonly detail?: string | undefined;
    readonly where?: string | undefined;
}

/**
 * A row that PostgreSQL refused: by a constraint, which then is unsolved, or by a trigger.
 *
 * @param tried a clause on how often, if it was tried again
 */
export function refusedFinding(table: Table, refusal: Refusal, tried = ""): Finding {
    const { code = "", constraint, message, where = "" } = refusal;
    if (code.startsWith("23") && constraint) {
        const check = table.checks.find(({ name }) => name === constraint);
        return unsolvedFinding(
            table,
            constraint,
            `PostgreSQL refused a row (${code})${tried}: ${message}`,
            check ? `check (${check.expression})` : refusal.detail,
        );
    }
    const called = /PL\/pgSQL function (?:\w+\.)?"?(\w+)"?\(/.exec(where)?.[1];
    const trigger = table.triggers.find((other) => other.function === called);
    return {
        code: "autofill-refused",
        severity: "error",
        subject: trigger ? `${shownTable(table)}.${trigger.name}` : shownTable(table),
        message: `${trigger ? "the trigger" : "PostgreSQL"} refused a row (${code})${tried}: ${message}`,
        ...(withoutRows(where) !== "" && { detail: withoutRows(where) }),
    };
}

/** Adds to a finding which columns look like a reference but name no table, as that may be what is wrong. */
export function withUnknownKinds({ polymorphicKeys }: TablePlan, finding: Finding): Finding {
    const hints = polymorphicKeys
        .filter(({ unknown }) => unknown.length > 0)
        .map(({ kindColumn, idColumn, unknown }) => {
            const labels = unknown.map((label) => `"${label}"`).join(", ");
            return `${kindColumn} and ${idColumn} look like a reference, but no table with a key for it is called ${labels}`;
        });
    return hints.length === 0 ? finding : { ...finding, detail: [finding.detail ?? [], hints].flat().join("\n") };
}

/** The functions that an error comes from, without what was sent and how. */
function withoutRows(where: string): string {
    return where
        .split("\n")
        .filter((line) => /^PL\/pgSQL function (?!inline_code_block)/.test(line))
        .join("\n");
}
