import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { copyLine } from "./copy-text.ts";
import { stuckFinding } from "./findings.ts";
import type { KeySource, PlannedKeys } from "./key-source.ts";
import type { RowMaker, StuckRow } from "./row-maker.ts";
import type { TablePlan } from "./table-plan.ts";

/** A table that is to be filled. */
export interface TableToFill {
    readonly plan: TablePlan;
    readonly rows: number;
    /** Gets the keys of the rows as they are made. */
    readonly keys: PlannedKeys;
    readonly maker: RowMaker;
}

/**
 * The rows that a table got, fewer than asked for where its keys have no more room, or why it cannot have any. There are
 * no keys where rows were left out in between: then they are what the database has.
 */
export type MadeTable =
    | { readonly rows: number; readonly digest: string; readonly keys: KeySource | undefined }
    | { readonly findings: readonly Finding[] };

/** Characters after which lines are sent. */
const chunkLength = 64 * 1024;

/**
 * Makes all rows of a table and sends them in one COPY.
 *
 * @throws the server's error when it refuses a row
 */
export async function fillAtOnce(client: pg.Client, table: TableToFill, progress: Progress): Promise<MadeTable> {
    const lines = new Lines(table, progress);
    const sink = client.query(copyFrom(copyStatement(table.plan)));
    await pipeline(Readable.from(lines.chunks(), { objectMode: false }), sink);
    const { stuck } = lines;
    if (stuck !== undefined && (!stuck.isCrowded || lines.rows === 0)) {
        return { findings: [stuckFinding(table.plan.table, stuck, lines.rows)] };
    }
    return { rows: sink.rowCount ?? 0, digest: lines.digest(), keys: table.keys };
}

/** The COPY that takes the lines of a table. */
function copyStatement({ table, columns }: TablePlan): string {
    const names = columns.map(({ name }) => quoteName(name)).join(", ");
    // A table may have no column left, and an empty list is no list.
    const list = names === "" ? "" : ` (${names})`;
    return `copy ${quoteName(table.schema, table.name)}${list} from stdin`;
}

/** The rows of a table as lines, until all are made or one cannot be. */
class Lines {
    readonly #table: TableToFill;
    readonly #progress: Progress;
    readonly #hash = createHash("sha256");
    rows = 0;
    stuck: StuckRow | undefined;

    constructor(table: TableToFill, progress: Progress) {
        this.#table = table;
        this.#progress = progress;
    }

    digest(): string {
        return this.#hash.digest("hex");
    }

    *chunks(): Generator<Buffer> {
        const { plan, rows, keys, maker } = this.#table;
        let text = "";
        for (; this.rows < rows; this.rows++) {
            const made = maker.make(this.rows);
            if ("stuck" in made) {
                this.stuck = made;
                break;
            }
            keys.add(made.values);
            text += copyLine(plan.columns, made.values);
            if (text.length >= chunkLength) {
                yield this.#send(text);
                text = "";
                this.#progress.advance(this.rows, rows, "row");
            }
        }
        if (text !== "") yield this.#send(text);
    }

    #send(text: string): Buffer {
        const bytes = Buffer.from(text);
        this.#hash.update(bytes);
        return bytes;
    }
}
