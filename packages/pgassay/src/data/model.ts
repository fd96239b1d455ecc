import type { ByteWriter } from "./byte-writer.ts";
import type { Encoder, FieldWriter } from "./encoders.ts";
import { JsonWriter } from "./json-writer.ts";
import { identityOrder, type RowOrder } from "./row-order.ts";
import { checkParts, type SearchVector } from "./search-vector.ts";

/** One column of a model: writes the field of one row, its length first. */
export interface Column<Facts> {
    readonly reads: Encoder<never>["reads"];
    readonly nullable: boolean;
    readonly write: FieldWriter<Facts>;
}

/** What a model says about a table. `Facts` is whatever its columns need to know about one row. */
export interface Model<Facts, Name extends string> {
    /** Name of the table, in the schema `public`. */
    readonly name: string;
    /** How many rows there are; they are numbered from 0. A getter, where they have to be counted first. */
    readonly rows: number;
    /** The order in which rows are written, for tables that are not numbered in the order their rows came to be. */
    readonly order?: RowOrder;
    /** Works out a row: what more than one column depends on, and whatever is cheaper to do once. */
    facts(row: number): Facts;
    /** The columns with a value each; a column left out gets its default, or what a trigger puts there. */
    columns(column: ColumnKinds<Facts>): Readonly<Record<Name, Column<Facts>>>;
    /**
     * Further columns: search vectors of the texts of the row. A load writes them in place of the triggers that keep
     * them, which the dataset suspends; it asks the server once what each word becomes.
     */
    readonly searchVectors?: Readonly<Record<string, SearchVector<Name>>>;
}

/** A table that can be written. */
export interface Table {
    readonly name: string;
    readonly rows: number;
    readonly order: RowOrder;
    readonly columns: readonly TableColumn[];
    /** Columns that a load adds, by name. */
    readonly searchVectors: Readonly<Record<string, SearchVector>>;
    /** Appends one row as `COPY … (format binary)` reads it, without its search vectors. */
    writeRow(out: ByteWriter, row: number): void;
}

export type TableColumn = { readonly name: string } & Pick<Column<never>, "reads" | "nullable">;

/** The columns that a load writes: those of the model, then the search vectors. */
export function loadedColumns({ columns, searchVectors }: Table): readonly TableColumn[] {
    const vectors = Object.keys(searchVectors).map((name) => ({ name, reads: ["tsvector"], nullable: false }));
    return [...columns, ...vectors];
}

/** Makes a table of a model. Leave the type arguments to inference: the facts are what `facts` returns. */
export function defineTable<Facts, Name extends string>(model: Model<Facts, Name>): Table {
    const columns: [string, Column<Facts>][] = Object.entries(model.columns(new ColumnKinds<Facts>()));
    const fields = columns.map(([, column]) => column.write);
    const described = columns.map(([name, { reads, nullable }]) => ({ name, reads, nullable }));
    const searchVectors = model.searchVectors ?? {};
    checkParts(model.name, described, searchVectors);
    let order: RowOrder | undefined;
    return {
        name: model.name,
        // A model may count its rows, and know their order, only when somebody asks.
        get rows() {
            return model.rows;
        },
        get order() {
            return (order ??= model.order ?? identityOrder(model.rows));
        },
        columns: described,
        searchVectors,
        writeRow: (out, row) => {
            const facts = model.facts(row);
            out.int16(fields.length);
            for (let i = 0; i < fields.length; i++) fields[i]?.(out, facts);
        },
    };
}

/** The kinds of column there are. Each takes a function from a row's facts to the value. */
export class ColumnKinds<Facts> {
    /** A value in every row: `of(timestamptz, (task) => task.createdAt)`. */
    of<Value>(encoder: Encoder<Value>, value: (facts: Facts) => NoInfer<Value>): Column<Facts> {
        return { reads: encoder.reads, nullable: false, write: encoder.field(value) };
    }

    /** A value or null. */
    orNull<Value>(encoder: Encoder<Value>, value: (facts: Facts) => NoInfer<Value> | null): Column<Facts> {
        return { reads: encoder.reads, nullable: true, write: encoder.field(value) };
    }

    /** A text that is written piece by piece instead of being put together first. */
    text(write: (facts: Facts, out: ByteWriter) => void): Column<Facts> {
        return {
            reads: ["text", "varchar", "bpchar"],
            nullable: false,
            write: (out, facts) => {
                const start = out.beginLength();
                write(facts, out);
                out.endLength(start);
            },
        };
    }

    /** A JSON document, written piece by piece. */
    jsonb(write: (facts: Facts, json: JsonWriter) => void): Column<Facts> {
        let writer: { readonly out: ByteWriter; readonly json: JsonWriter } | undefined;
        return {
            reads: ["jsonb"],
            nullable: false,
            write: (out, facts) => {
                const start = out.beginLength();
                // The version of the binary format; the document follows as text.
                out.uint8(1);
                if (writer?.out !== out) writer = { out, json: new JsonWriter(out) };
                write(facts, writer.json.restart());
                out.endLength(start);
            },
        };
    }

    /** Another column where a condition holds, null elsewhere. */
    when(condition: (facts: Facts) => boolean, column: Column<Facts>): Column<Facts> {
        return {
            reads: column.reads,
            nullable: true,
            write: (out, facts) => {
                if (condition(facts)) column.write(out, facts);
                else out.nullField();
            },
        };
    }
}
