import type pg from "pg";
import { messageOf, PgassayError, usageError } from "../core/errors.ts";
import type { ColumnFigures, TableFigures } from "./figures.ts";
import { injectExtended } from "./inject-extended.ts";

/**
 * Makes the planner believe in other tables than there are: puts the figures where ANALYZE would put them. It looks at
 * the lengths of files, too: they have to be as long as the figures say.
 *
 * @throws a usage error when a column or an index of the figures does not exist
 */
export async function injectFigures(client: pg.Client, tables: readonly TableFigures[]): Promise<void> {
    const relations = tables.flatMap((table) => [
        relation(table.schema, table.name, table),
        ...table.indexes.map((index) => relation(table.schema, index.name, { ...index, allVisible: 0 })),
    ]);
    await restore(client, relationSql, relations);
    const columns = tables.flatMap((table) => [
        ...table.columns.flatMap((column) => attribute(table.schema, table.name, column)),
        ...table.indexes.flatMap((index) =>
            index.columns.flatMap((column) => attribute(table.schema, index.name, column)),
        ),
    ]);
    await restore(client, columnSql, columns);
    for (const table of tables) await injectExtended(client, table);
}

const relationSql = `
    select
        r.schema || '.' || r.name as subject,
        pg_catalog.pg_restore_relation_stats(
            'schemaname', r.schema,
            'relname', r.name,
            'relpages', r.pages,
            'reltuples', r.rows,
            'relallvisible', r.visible,
            'relallfrozen', r.visible
        ) as restored
    from pg_catalog.jsonb_to_recordset($1) as r (schema text, name text, pages int, rows real, visible int)`;

const columnSql = `
    select
        c.schema || '.' || c.relation || '.' || c.name as subject,
        pg_catalog.pg_restore_attribute_stats(
            'schemaname', c.schema,
            'relname', c.relation,
            'attname', c.name,
            'inherited', c.inherited,
            'null_frac', c.null_frac,
            'avg_width', c.avg_width,
            'n_distinct', c.n_distinct,
            'correlation', c.correlation,
            'most_common_vals', c.mcv::text,
            'most_common_freqs', c.mcf,
            'histogram_bounds', c.histogram::text,
            'most_common_elems', c.elems::text,
            'most_common_elem_freqs', c.elem_freqs,
            'elem_count_histogram', c.elem_counts,
            'range_length_histogram', c.range_lengths::text,
            'range_empty_frac', c.range_empty_frac,
            'range_bounds_histogram', c.range_bounds::text
        ) as restored
    from
        pg_catalog.jsonb_to_recordset($1) as c (
            schema text,
            relation text,
            name text,
            inherited bool,
            null_frac real,
            avg_width int,
            n_distinct real,
            correlation real,
            mcv text[],
            mcf real[],
            histogram text[],
            elems text[],
            elem_freqs real[],
            elem_counts real[],
            range_lengths text[],
            range_empty_frac real,
            range_bounds text[]
        )`;

interface RelationRow {
    readonly schema: string;
    readonly name: string;
    readonly rows: number;
    readonly pages: number;
    readonly visible: number;
}

function relation(
    schema: string,
    name: string,
    { rows, isUnknown, pages, allVisible }: Pick<TableFigures, "rows" | "isUnknown" | "pages" | "allVisible">,
): RelationRow {
    return { schema, name, rows: isUnknown === true ? -1 : rows, pages, visible: allVisible };
}

function attribute(schema: string, relationName: string, { name, inherited, values }: ColumnFigures): object[] {
    if (values === undefined) return [];
    return [
        {
            schema,
            relation: relationName,
            name,
            inherited,
            null_frac: values.nullFraction,
            avg_width: values.width,
            n_distinct: values.distinct,
            correlation: values.correlation,
            mcv: listed(values.common.map(({ value }) => value)),
            mcf: listed(values.common.map(({ frequency }) => frequency)),
            // A histogram of fewer than two bounds is none.
            histogram: values.histogram.length < 2 ? null : values.histogram,
            elems: listed(values.elements),
            elem_freqs: listed(values.elementFrequencies),
            elem_counts: listed(values.elementCounts),
            range_lengths: listed(values.rangeLengths),
            range_empty_frac: values.emptyRangeFraction,
            range_bounds: listed(values.rangeBounds),
        },
    ];
}

/** PostgreSQL has null where we have an empty list. */
function listed<T>(values: readonly T[]): readonly T[] | null {
    return values.length === 0 ? null : values;
}

async function restore(client: pg.Client, sql: string, rows: readonly object[]): Promise<void> {
    const warnings: string[] = [];
    const listen = ({ message }: { readonly message?: string | undefined }): void => void warnings.push(message ?? "");
    const refuse = (subject: string, happened: string, cause?: unknown): Error =>
        usageError(
            {
                tried: `model the statistics of ${subject}`,
                happened,
                remedy: "capture the statistics again: `pgassay stats capture`",
            },
            cause,
        );
    client.on("notice", listen);
    try {
        const { rows: results } = await client.query<{ subject: string; restored: boolean }>(sql, [
            JSON.stringify(rows),
        ]);
        const failed = results.find(({ restored }) => !restored);
        if (failed !== undefined) {
            throw refuse(failed.subject, warnings.join("; ") || "the server refused them");
        }
    } catch (cause) {
        if (cause instanceof PgassayError) throw cause;
        throw refuse("the schema", messageOf(cause), cause);
    } finally {
        client.off("notice", listen);
    }
}
