import pg from "pg";
import { sortFindings } from "../core/finding.ts";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import { alteredKeys, recreatedKeys } from "../data/foreign-keys.ts";
import type { ForeignKeySwitch } from "../data/foreign-keys.ts";
import { isRefusal, loadError, stateAfterCommit } from "../data/load-error.ts";
import { settleTransactions } from "../data/settle-transactions.ts";
import { vacuumAndAnalyze } from "../data/vacuum.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { besideRow } from "./beside-row.ts";
import { fillCarefully } from "./careful-fill.ts";
import { refusedFinding, unsolvedFinding, withUnknownKinds } from "./findings.ts";
import { canForesee, PlannedKeys, readKeys } from "./key-source.ts";
import type { KeySource } from "./key-source.ts";
import { loadOrder } from "./load-order.ts";
import { readSchema } from "./read-schema.ts";
import { requireVersion } from "../data/preconditions.ts";
import { RowMaker } from "./row-maker.ts";
import { rowsFrom, shownTable, tableId } from "./schema.ts";
import type { Table } from "./schema.ts";
import { fillAtOnce } from "./swift-fill.ts";
import { planTable } from "./table-plan.ts";
import type { TablePlan } from "./table-plan.ts";
import { linksWithoutKey, Targets } from "./targets.ts";

export interface AutofillOptions {
    /** Rows of each table that no other refers to; those above it have fewer. */
    readonly rows: number;
    /** Any whole number; another seed gives other rows of the same shape. */
    readonly seed: number;
    /** Tables to leave alone, with their schemas, such as the one of applied migrations. */
    readonly except: readonly string[];
    readonly progress: Progress;
}

/** What an autofill did: all, or nothing. */
export type AutofillResult =
    | {
          readonly state: "filled";
          readonly tables: readonly FilledTable[];
          /** Tables that had rows already, and have no others now. */
          readonly untouched: readonly string[];
          /** Milliseconds from the first statement to the last. */
          readonly ms: number;
      }
    | { readonly state: "refused"; readonly findings: readonly Finding[] };

export interface FilledTable {
    readonly name: string;
    readonly rows: number;
    readonly ms: number;
    /** SHA-256 of the rows as they were sent: the same for the same schema, number of rows and seed. */
    readonly digest: string;
}

/**
 * Fills the empty tables of a database with plausible rows that satisfy everything the schema asks for. Tables that
 * have rows are left as they are and referred to. It is one transaction, in which foreign keys are off until all rows
 * are there: what cannot be satisfied is a finding, and then there is no row at all.
 *
 * @throws an environment error when the server fails or is older than PostgreSQL 15
 */
export async function autofill(database: Database, options: AutofillOptions): Promise<AutofillResult> {
    const startedMs = performance.now();
    await loadSqlParser();
    options.progress.step("read the schema");
    const { tables } = await readSchema(database, options.except);
    const outcome = await withClient(database, async (client) => {
        const version = await requireVersion(client, { name: "autofill" });
        const keySwitch = version >= firstWithSwitch ? alteredKeys : recreatedKeys;
        return new Fill(client, options, tables, keySwitch).run();
    });
    if (outcome.findings.length > 0) return { state: "refused", findings: sortFindings(outcome.findings) };
    options.progress.step("vacuum and analyze");
    try {
        await withClient(database, async (client) => {
            await settleTransactions(client);
            for (const { table, rows } of outcome.filled)
                await vacuumAndAnalyze(client, table.name, rows, table.schema);
        });
    } catch (error) {
        throw loadError(error, "vacuum and analyze", "The rows are committed");
    }
    return {
        state: "filled",
        tables: outcome.filled.map(({ table, rows, ms, digest }) => ({ name: shownTable(table), rows, ms, digest })),
        untouched: outcome.untouched.map(shownTable),
        ms: performance.now() - startedMs,
    };
}

interface Filled extends Omit<FilledTable, "name" | "rows"> {
    readonly table: Table;
    rows: number;
}

/** The first server version that can turn foreign keys off without dropping them. */
const firstWithSwitch = 180_000;

/** One transaction that fills all tables. */
class Fill {
    readonly #client: pg.Client;
    readonly #options: AutofillOptions;
    readonly #order: readonly Table[];
    readonly #keySwitch: ForeignKeySwitch;
    readonly #plans: ReadonlyMap<string, TablePlan>;
    readonly #targets: Targets;
    readonly #findings: Finding[] = [];
    readonly #filled: Filled[] = [];
    readonly #untouched: Table[] = [];

    constructor(client: pg.Client, options: AutofillOptions, tables: readonly Table[], keySwitch: ForeignKeySwitch) {
        this.#client = client;
        this.#keySwitch = keySwitch;
        this.#options = options;
        this.#plans = new Map(tables.map((table) => [tableId(table), planTable(table, tables, options.seed)]));
        this.#order = loadOrder(
            tables,
            (table) => linksWithoutKey(this.#planOf(table)),
            ({ target, targetColumns }) => canForesee(this.#plans.get(target), targetColumns),
        );
        this.#targets = new Targets(this.#order, this.#plans, options.rows);
    }

    async run(): Promise<{ findings: Finding[]; filled: readonly Filled[]; untouched: readonly Table[] }> {
        const keys = this.#order.flatMap(({ schema, name, foreignKeys }) =>
            foreignKeys.filter(({ isEnforced }) => isEnforced).map((key) => ({ ...key, schema, table: name })),
        );
        let doing = "begin";
        try {
            await this.#client.query("begin");
            // Once the rows are said to be there, they survive a crash.
            await this.#client.query("set local synchronous_commit = on");
            doing = "suspend the foreign keys";
            for (const key of keys) await this.#keySwitch.off(this.#client, key);
            await this.#findExisting();
            for (const table of this.#order) {
                doing = `fill table ${shownTable(table)}`;
                this.#options.progress.step(doing);
                await this.#fillTable(table);
            }
            doing = "check foreign keys";
            this.#options.progress.step(doing);
            if (this.#findings.length === 0) await this.#check(keys);
            if (this.#findings.length === 0) await this.#countRows();
            doing = this.#findings.length === 0 ? "commit" : "rollback";
            await this.#client.query(doing);
            return { findings: this.#findings, filled: this.#filled, untouched: this.#untouched };
        } catch (error) {
            if (doing === "commit") throw loadError(error, "commit the made-up rows", stateAfterCommit(error));
            await this.#client.query("rollback").catch(() => {});
            throw loadError(error, doing, "Everything was rolled back");
        }
    }

    #planOf(table: Table): TablePlan {
        return this.#plans.get(tableId(table)) as TablePlan;
    }

    /** Tables that migrations put rows into. They may be referred to before their turn would have come. */
    async #findExisting(): Promise<void> {
        for (const table of this.#order) {
            if (await this.#hasRows(table)) this.#targets.add(table, await this.#keysOf(table));
        }
    }

    async #fillTable(table: Table): Promise<void> {
        // Rows may also have come from triggers of tables that were filled before.
        const isMigrated = this.#targets.has(table);
        if (isMigrated || (await this.#hasRows(table))) {
            if (isMigrated && (await this.#fillBeside(table))) return;
            this.#untouched.push(table);
            if (!isMigrated) this.#targets.add(table, await this.#keysOf(table));
            return;
        }
        const plan = this.#planOf(table);
        const problems = this.#problemsOf(plan);
        if (problems.length === 0 && this.#targets.isOrphan(plan)) {
            // What it must refer to has no rows, and it is said there why.
            this.#targets.fail(table);
            return;
        }
        const findings = problems.length > 0 ? problems : await this.#store(plan, this.#targets.rowsOf(plan));
        if (findings.length === 0) return;
        this.#targets.fail(table);
        this.#findings.push(...findings.map((finding) => withUnknownKinds(plan, finding)));
    }

    /**
     * Gives company to the only row of a table that others refer to: it is the user of the system or the tenant of the
     * house, while the kinds of something are several. Where none can be found, it stays alone.
     *
     * @returns whether there are rows beside it now
     */
    async #fillBeside(table: Table): Promise<boolean> {
        if (!this.#targets.isReferredTo(table)) return false;
        const { rows: present } = await this.#client.query<Readonly<Record<string, string | null>>>(
            `select ${table.columns.map(({ name }) => `${quoteName(name)}::pg_catalog.text`).join(", ")}
             from ${rowsFrom(table)} limit 2`,
        );
        const [only, ...others] = present;
        const plan = this.#planOf(table);
        const rows = this.#targets.rowsOf(plan) - 1;
        if (only === undefined || others.length > 0 || rows < 1 || this.#problemsOf(plan).length > 0) return false;
        return (await this.#store(besideRow(plan, only, rows), rows, true)).length === 0;
    }

    /**
     * Makes the rows of a table, or says why there are none.
     *
     * @param isBeside whether the table has rows besides
     */
    async #store(plan: TablePlan, rows: number, isBeside = false): Promise<readonly Finding[]> {
        const { table } = plan;
        await this.#client.query("savepoint autofill");
        try {
            const startedMs = performance.now();
            const made = await this.#make(plan, rows);
            if ("findings" in made) {
                await this.#client.query("rollback to savepoint autofill");
                return made.findings;
            }
            await this.#client.query("release savepoint autofill");
            await this.#advanceSequences(table);
            const keys = table.changesRows || isBeside ? undefined : made.keys;
            this.#targets.add(table, keys ?? (await this.#keysOf(table)));
            this.#filled.push({ table, rows: made.rows, digest: made.digest, ms: performance.now() - startedMs });
            return [];
        } catch (error) {
            if (!isRefusal(error)) throw error;
            await this.#client.query("rollback to savepoint autofill");
            return [refusedFinding(table, error)];
        }
    }

    /** All rows in one COPY; where PostgreSQL refuses one, again with a look at each row. */
    async #make(plan: TablePlan, rows: number): ReturnType<typeof fillAtOnce> {
        const { progress, seed } = this.#options;
        const start = (): Parameters<typeof fillAtOnce>[1] => {
            const keys = new PlannedKeys(plan, this.#targets.storedColumns(plan.table));
            const references = this.#targets.references(plan, keys);
            const polymorphic = this.#targets.polymorphicReferences(plan, keys, seed);
            return { plan, rows, keys, maker: new RowMaker(plan, rows, references, polymorphic, seed) };
        };
        try {
            return await fillAtOnce(this.#client, start(), progress);
        } catch (error) {
            if (!isRefusal(error)) throw error;
            await this.#client.query("rollback to savepoint autofill");
            return fillCarefully(this.#client, start(), progress);
        }
    }

    #problemsOf({ table, columns, contradictions }: TablePlan): Finding[] {
        const planned = new Set(columns.map(({ name }) => name));
        const lacking = table.columns.filter(
            ({ name, isRequired: needed, isGenerated, hasDefault }) =>
                needed && !isGenerated && !hasDefault && !planned.has(name),
        );
        return [
            ...lacking.map(({ name, typeText }) =>
                unsolvedFinding(table, name, `it must not be null, and no values of type ${typeText} can be made up`),
            ),
            ...(contradictions.length > 0
                ? [
                      unsolvedFinding(
                          table,
                          contradictions.join(", "),
                          "no row can satisfy it, with what else the columns are bound to",
                      ),
                  ]
                : []),
        ];
    }

    async #hasRows(table: Table): Promise<boolean> {
        const { rows } = await this.#client.query<{ has: boolean }>(
            `select exists (select from ${rowsFrom(table)}) as has`,
        );
        return rows[0]?.has === true;
    }

    async #keysOf(table: Table): Promise<KeySource> {
        return readKeys(this.#client, table, this.#targets.storedColumns(table));
    }

    /** Triggers may have added rows to a table, or kept some out. */
    async #countRows(): Promise<void> {
        for (const filled of this.#filled) {
            const { rows } = await this.#client.query<{ count: string }>(
                `select count(*) from ${rowsFrom(filled.table)}`,
            );
            filled.rows = Number(rows[0]?.count);
        }
    }

    /** Lets sequences go on behind the values that were made up. */
    async #advanceSequences(table: Table): Promise<void> {
        for (const column of table.columns) {
            if (column.sequence === null || column.type?.kind !== "number") continue;
            await this.#client.query(
                `select pg_catalog.setval(${quoteLiteral(column.sequence)}::pg_catalog.regclass, greatest)
                 from (select max(${quoteName(column.name)}) as greatest from ${rowsFrom(table)}) as present
                 where greatest > 0`,
            );
        }
    }

    /** Lets everything that waits for the end of the transaction happen now, while it can still be told what it was. */
    async #check(keys: readonly Parameters<ForeignKeySwitch["on"]>[1][]): Promise<void> {
        let about = this.#order[0];
        try {
            await this.#client.query("set constraints all immediate");
            for (const key of keys) {
                about = this.#order.find(({ schema, name }) => schema === key.schema && name === key.table);
                await this.#keySwitch.on(this.#client, key);
            }
        } catch (error) {
            if (!isRefusal(error) || about === undefined) throw error;
            this.#findings.push(refusedFinding(about, error));
        }
    }
}
