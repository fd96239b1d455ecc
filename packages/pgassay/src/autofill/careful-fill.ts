import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { copyLine } from "./copy-text.ts";
import { refusedFinding, stuckFinding } from "./findings.ts";
import type { Refusal } from "./findings.ts";
import { candidatesAtMost } from "./row-maker.ts";
import type { MadeRow } from "./row-maker.ts";
import type { MadeTable, TableToFill } from "./swift-fill.ts";
import type { TablePlan } from "./table-plan.ts";

/** Rows that are tried together. */
const batchRows = 1000;

/** Candidates tried for a batch before the first row of it must have been accepted. */
const patience = 40;

interface RefusedRow extends Refusal {
    readonly row: number;
}

/**
 * Makes the rows of a table that refused some: each is inserted on its own and, when PostgreSQL refuses it, made anew
 * with the next candidate. So checks, triggers, domains and keys that autofill does not understand are satisfied all
 * the same, if one candidate in some hundred does.
 */
export async function fillCarefully(client: pg.Client, table: TableToFill, progress: Progress): Promise<MadeTable> {
    const { plan, rows, maker, keys } = table;
    const hash = createHash("sha256");
    await client.query(candidateTable(plan));
    await client.query(refusalTable);
    const insert = insertBlock(plan);
    let accepted = 0;
    let shortage: Finding | undefined;
    for (let start = 0; start < rows && shortage === undefined; start += batchRows) {
        const made = new Map<number, MadeRow>();
        const crowded = new Set<number>();
        let waiting = Array.from({ length: Math.min(batchRows, rows - start) }, (_, i) => start + i);
        const size = waiting.length;
        let refused: RefusedRow[] = [];
        for (let round = 0; waiting.length > 0; round++) {
            const candidates: number[] = [];
            for (const row of waiting) {
                const next = maker.make(row, (made.get(row)?.attempt ?? -1) + 1);
                if (next.isCrowded) crowded.add(row);
                if ("stuck" in next) {
                    const [worst] = mostFrequent(refused.filter((refusal) => refusal.row === row));
                    shortage = worst
                        ? refusedFinding(plan.table, worst, triedClause(candidatesAtMost))
                        : stuckFinding(plan.table, next, start);
                    if (!crowded.has(row)) return { findings: [shortage] };
                    // Places are taken, and PostgreSQL refuses the others: the table is as full as it gets.
                    made.delete(row);
                } else {
                    made.set(row, next);
                    candidates.push(row);
                }
            }
            if (candidates.length === 0) break;
            waiting = candidates;
            await send(client, plan, waiting, made);
            await client.query(insert);
            refused = (await client.query<RefusedRow>(refusalsOfRound)).rows;
            if (round >= patience && waiting.length === size && refused.length === size) {
                const [worst] = mostFrequent(refused);
                if (worst) return { findings: [refusedFinding(plan.table, worst, triedClause(round + 1))] };
            }
            for (const { row } of refused) maker.release(made.get(row) as MadeRow);
            waiting = refused.map(({ row }) => row);
        }
        accepted += made.size;
        for (const [, row] of [...made].toSorted(([a], [b]) => a - b)) {
            keys.add(row.values);
            hash.update(copyLine(plan.columns, row.values));
        }
        progress.advance(start + size, rows, "row");
    }
    if (shortage !== undefined && accepted === 0) return { findings: [shortage] };
    await client.query("drop table pg_temp.autofill_candidate, pg_temp.autofill_refusal");
    return { rows: accepted, digest: hash.digest("hex"), keys: shortage === undefined ? keys : undefined };
}

function triedClause(candidates: number): string {
    return `, as it did with ${counted(candidates, "candidate")}`;
}

/** A table for candidates, as texts: what a type or a domain says to them is heard when the row is inserted. */
function candidateTable({ columns }: TablePlan): string {
    const list = columns.map(({ name }) => `${quoteName(name)} text`);
    return `create temporary table autofill_candidate (autofill_row integer, ${list.join(", ")}) on commit drop`;
}

const refusalTable = `
    create temporary table autofill_refusal (
        autofill_row integer,
        code text,
        message text,
        constraint_name text,
        detail text,
        context text
    ) on commit drop`;

const refusalsOfRound = `
    select
        autofill_row as row,
        code,
        message,
        nullif(constraint_name, '') as constraint,
        nullif(detail, '') as detail,
        context as where
    from pg_temp.autofill_refusal
    order by autofill_row`;

/** Inserts the candidates one by one, and notes what was refused and why. Trouble of the server goes on as it is. */
function insertBlock({ table, columns }: TablePlan): string {
    const names = columns.map(({ name }) => quoteName(name));
    return `
        do $autofill$
        declare
            v_candidate record;
            v_message text;
            v_constraint text;
            v_detail text;
            v_context text;
        begin
            truncate pg_temp.autofill_refusal;
            for v_candidate in
                select * from pg_temp.autofill_candidate order by autofill_row
            loop
                begin
                    insert into ${quoteName(table.schema, table.name)} (${names.join(", ")})
                    overriding system value
                    values (${columns.map(({ name, typeText }) => `v_candidate.${quoteName(name)}::${typeText}`).join(", ")});
                exception when others then
                    if sqlstate ~ '^(08|25|40|42|53|54|55|57|58|XX)' then
                        raise;
                    end if;
                    get stacked diagnostics
                        v_message = message_text,
                        v_constraint = constraint_name,
                        v_detail = pg_exception_detail,
                        v_context = pg_exception_context;
                    insert into pg_temp.autofill_refusal
                    values (v_candidate.autofill_row, sqlstate, v_message, v_constraint, v_detail, v_context);
                end;
            end loop;
            truncate pg_temp.autofill_candidate;
        end
        $autofill$`;
}

async function send(
    client: pg.Client,
    plan: TablePlan,
    rows: readonly number[],
    made: ReadonlyMap<number, MadeRow>,
): Promise<void> {
    const names = ["autofill_row", ...plan.columns.map(({ name }) => quoteName(name))].join(", ");
    const lines = rows.map((row) => `${row}\t${copyLine(plan.columns, (made.get(row) as MadeRow).values)}`);
    const sink = client.query(copyFrom(`copy pg_temp.autofill_candidate (${names}) from stdin`));
    await pipeline(Readable.from([Buffer.from(lines.join(""))], { objectMode: false }), sink);
}

/** One refusal of each constraint or message, the most frequent first. */
function mostFrequent(refused: readonly RefusedRow[]): RefusedRow[] {
    const groups = new Map<string, RefusedRow[]>();
    for (const refusal of refused) {
        const reason = refusal.constraint ?? refusal.message;
        groups.set(reason, [...(groups.get(reason) ?? []), refusal]);
    }
    return [...groups.values()].toSorted((a, b) => b.length - a.length).flatMap(([first]) => first ?? []);
}
