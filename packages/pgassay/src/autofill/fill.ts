import pg from "pg";
import { sortFindings } from "../core/finding.ts";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import { alteredKeys, recreatedKeys } from "../data/foreign-keys.ts";
import type { ForeignKeySwitch } from "../data/foreign-keys.ts";
import { isRefusal, loadError } from "../data/load-error.ts";
import { settleTransactions } from "../data/settle-transactions.ts";
import { vacuumAndAnalyze } from "../data/vacuum.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { fillCarefully } from "./careful-fill.ts";
import { refusedFinding, unsolvedFinding } from "./findings.ts";
import { PlannedKeys, readKeys } from "./key-source.ts";
import type { KeySource } from "./key-source.ts";
import { heights, isRequired, loadOrder } from "./load-order.ts";
import { readSchema } from "./read-schema.ts";
import { Reference } from "./reference.ts";
import { requireVersion } from "../data/preconditions.ts";
import { rowsOf, uniqueReference } from "./row-counts.ts";
import { RowMaker } from "./row-maker.ts";
import { shownTable, tableId } from "./schema.ts";
import type { Table } from "./schema.ts";
import { fillAtOnce } from "./swift-fill.ts";
import { planTable } from "./table-plan.ts";
import type { TablePlan } from "./table-plan.ts";

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
        return new Fill(client, options, loadOrder(tables), keySwitch).run();
    });
    if (outcome.findings.length > 0) return { state: "refused", findings: sortFindings(outcome.findings) };
    options.progress.step("vacuum and analyze");
    await withClient(database, async (client) => {
        await settleTransactions(client);
        for (const { table, rows } of outcome.filled) await vacuumAndAnalyze(client, table.name, rows, table.schema);
    });
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

/** The keys of a table without rows. */
const none: KeySource = { count: 0, value: () => null };

/** One transaction that fills all tables. */
class Fill {
    readonly #client: pg.Client;
    readonly #options: AutofillOptions;
    readonly #order: readonly Table[];
    readonly #keySwitch: ForeignKeySwitch;
    readonly #plans: ReadonlyMap<string, TablePlan>;
    readonly #sources = new Map<string, KeySource>();
    readonly #findings: Finding[] = [];
    readonly #filled: Filled[] = [];
    readonly #untouched: Table[] = [];
    /** Tables without rows because something is wrong with them or with what they refer to. */
    readonly #failed = new Set<string>();

    constructor(client: pg.Client, options: AutofillOptions, order: readonly Table[], keySwitch: ForeignKeySwitch) {
        this.#client = client;
        this.#keySwitch = keySwitch;
        this.#options = options;
        this.#order = order;
        this.#plans = new Map(order.map((table) => [tableId(table), planTable(table, options.seed)]));
    }

    async run(): Promise<{ findings: Finding[]; filled: readonly Filled[]; untouched: readonly Table[] }> {
        const keys = this.#order.flatMap(({ schema, name, foreignKeys }) =>
            foreignKeys.filter(({ isEnforced }) => isEnforced).map((key) => ({ ...key, schema, table: name })),
        );
        let doing = "begin";
        try {
            await this.#client.query("begin");
            doing = "suspend the foreign keys";
            for (const key of keys) await this.#keySwitch.off(this.#client, key);
            await this.#findExisting();
            const levels = heights(this.#order);
            for (const table of this.#order) {
                doing = `fill table ${shownTable(table)}`;
                this.#options.progress.step(doing);
                await this.#fillTable(table, levels.get(tableId(table)) ?? 0);
            }
            doing = "check foreign keys";
            this.#options.progress.step(doing);
            if (this.#findings.length === 0) await this.#check(keys);
            if (this.#findings.length === 0) await this.#countRows();
            await this.#client.query(this.#findings.length === 0 ? "commit" : "rollback");
            return { findings: this.#findings, filled: this.#filled, untouched: this.#untouched };
        } catch (error) {
            await this.#client.query("rollback").catch(() => {});
            throw loadError(error, doing, "Everything was rolled back");
        }
    }

    /** Tables that migrations put rows into. They may be referred to before their turn would have come. */
    async #findExisting(): Promise<void> {
        for (const table of this.#order) {
            if (await this.#hasRows(table)) this.#sources.set(tableId(table), await this.#keysOf(table));
        }
    }

    async #fillTable(table: Table, height: number): Promise<void> {
        const id = tableId(table);
        // Rows may also have come from triggers of tables that were filled before.
        if (this.#sources.has(id) || (await this.#hasRows(table))) {
            this.#untouched.push(table);
            if (!this.#sources.has(id)) this.#sources.set(id, await this.#keysOf(table));
            return;
        }
        const plan = this.#plans.get(id) as TablePlan;
        const problems = this.#problemsOf(plan);
        if (problems.length > 0) {
            this.#findings.push(...problems);
            this.#failed.add(id);
            return;
        }
        // What it must refer to has no rows, and it is said there why.
        const isOrphan = table.foreignKeys.some((key) => this.#failed.has(key.target) && isRequired(table, key));
        if (isOrphan) {
            this.#failed.add(id);
            return;
        }
        const rows = rowsOf(plan, height, this.#options.rows, this.#sources);
        await this.#client.query("savepoint autofill");
        try {
            const startedMs = performance.now();
            const made = await this.#make(plan, rows);
            if ("findings" in made) {
                await this.#client.query("rollback to savepoint autofill");
                this.#findings.push(...made.findings);
                this.#failed.add(id);
                return;
            }
            await this.#client.query("release savepoint autofill");
            await this.#advanceSequences(table);
            this.#sources.set(id, table.changesRows ? await this.#keysOf(table) : made.keys);
            this.#filled.push({ table, rows: made.rows, digest: made.digest, ms: performance.now() - startedMs });
        } catch (error) {
            if (!isRefusal(error)) throw error;
            await this.#client.query("rollback to savepoint autofill");
            this.#findings.push(refusedFinding(table, error));
            this.#failed.add(id);
        }
    }

    /** All rows in one COPY; where PostgreSQL refuses one, again with a look at each row. */
    async #make(plan: TablePlan, rows: number): ReturnType<typeof fillAtOnce> {
        const { progress } = this.#options;
        const start = (): Parameters<typeof fillAtOnce>[1] => {
            const keys = new PlannedKeys(plan, this.#storedColumns(plan.table));
            return { plan, rows, keys, maker: this.#maker(plan, rows, keys) };
        };
        try {
            return await fillAtOnce(this.#client, start(), progress);
        } catch (error) {
            if (!isRefusal(error)) throw error;
            await this.#client.query("rollback to savepoint autofill");
            return fillCarefully(this.#client, start(), progress);
        }
    }

    #maker(plan: TablePlan, rows: number, own: KeySource): RowMaker {
        const { table } = plan;
        const references = table.foreignKeys.map((key) => {
            const isOwn = key.target === tableId(table);
            return new Reference(key, isOwn ? own : this.#sourceOf(key.target), isOwn, uniqueReference(plan, key));
        });
        return new RowMaker(plan, rows, references, this.#options.seed);
    }

    /** What is known of the rows of a table: those that it has, or those that it will have. */
    #sourceOf(id: string): KeySource {
        const source = this.#sources.get(id);
        if (source !== undefined) return source;
        const plan = this.#plans.get(id);
        if (plan === undefined || this.#failed.has(id)) return none;
        const height = heights(this.#order).get(id) ?? 0;
        const rows = rowsOf(plan, height, this.#options.rows, this.#sources);
        const ahead = PlannedKeys.ahead(plan, this.#storedColumns(plan.table), rows);
        return ahead === undefined || plan.table.changesRows ? none : ahead;
    }

    /** Columns of a table that foreign keys refer to. */
    #storedColumns(table: Table): string[] {
        const id = tableId(table);
        const keys = this.#order.flatMap((other) => other.foreignKeys.filter(({ target }) => target === id));
        return [...new Set(keys.flatMap(({ targetColumns }) => targetColumns))];
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
            `select exists (select from ${quoteName(table.schema, table.name)}) as has`,
        );
        return rows[0]?.has === true;
    }

    async #keysOf(table: Table): Promise<KeySource> {
        return readKeys(this.#client, table, this.#storedColumns(table));
    }

    /** Triggers may have added rows to a table, or kept some out. */
    async #countRows(): Promise<void> {
        for (const filled of this.#filled) {
            const { schema, name } = filled.table;
            const { rows } = await this.#client.query<{ count: string }>(
                `select count(*) from ${quoteName(schema, name)}`,
            );
            filled.rows = Number(rows[0]?.count);
        }
    }

    /** Lets sequences go on behind the values that were made up. */
    async #advanceSequences({ schema, name, columns }: Table): Promise<void> {
        for (const column of columns) {
            if (column.sequence === null || column.type?.kind !== "number") continue;
            await this.#client.query(
                `select pg_catalog.setval(${quoteLiteral(column.sequence)}::pg_catalog.regclass, greatest)
                 from (select max(${quoteName(column.name)}) as greatest from ${quoteName(schema, name)}) as present
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
