import { z } from "zod";
import type { Capture } from "./capture.ts";
import type { ColumnFigures } from "./figures.ts";
import type { ColumnGrowth } from "./growth.ts";
import type { CapturedTable } from "./scale-figures.ts";

const share = z.number().min(0).max(1);
const count = z.number().nonnegative();
const texts = z.array(z.string()).readonly();
const law = z.strictObject({ exponent: z.number(), because: z.string() }).readonly();

const values = z.strictObject({
    nullFraction: share,
    width: count,
    distinct: z.number().min(-1),
    correlation: z.number().min(-1).max(1).nullable(),
    common: z.array(z.strictObject({ value: z.string(), frequency: share }).readonly()).readonly(),
    histogram: texts,
    elements: texts,
    elementFrequencies: z.array(share).readonly(),
    elementCounts: z.array(count).readonly(),
    rangeLengths: texts,
    emptyRangeFraction: share.nullable(),
    rangeBounds: texts,
});

const columns: z.ZodType<readonly ColumnFigures[]> = z
    .array(
        z.strictObject({
            name: z.string(),
            type: z.string(),
            inherited: z.boolean(),
            sampling: z.string().exactOptional(),
            values: values.readonly().exactOptional(),
        }),
    )
    .readonly();

const index = z.strictObject({
    name: z.string(),
    method: z.string(),
    definition: z.string(),
    rows: count,
    pages: count,
    btree: z.strictObject({ height: count, fanout: z.number().min(2) }).exactOptional(),
    gin: z.strictObject({ entryPages: count, dataPages: count, entries: count }).exactOptional(),
    columns,
});

const extended = z.strictObject({
    schema: z.string(),
    name: z.string(),
    inherited: z.boolean(),
    columns: texts,
    distinct: z.array(z.strictObject({ columns: texts, figure: z.number() })).readonly(),
    dependencies: z.array(z.strictObject({ columns: texts, determines: z.string(), degree: share })).readonly(),
    common: z
        .array(
            z.strictObject({
                values: z.array(z.string().nullable()).readonly(),
                frequency: share,
                baseFrequency: share,
            }),
        )
        .readonly(),
});

const columnGrowth: z.ZodType<Readonly<Record<string, ColumnGrowth>>> = z
    .record(
        z.string(),
        z.strictObject({
            distinct: law.exactOptional(),
            common: z.strictObject({ first: law, last: law }).readonly().exactOptional(),
            elements: law.exactOptional(),
            histogram: law.exactOptional(),
        }),
    )
    .readonly();

/** The file of one table: its figures, and how they grow. */
export const tableSchema: z.ZodType<CapturedTable> = z.strictObject({
    figures: z.strictObject({
        schema: z.string(),
        name: z.string(),
        rows: count,
        isUnknown: z.literal(true).exactOptional(),
        pages: count,
        allVisible: count,
        filling: z.string().exactOptional(),
        columns,
        indexes: z.array(index).readonly(),
        extended: z.array(extended).readonly(),
        declared: z
            .array(z.strictObject({ name: z.string(), definition: z.string(), gap: z.string().exactOptional() }))
            .readonly(),
        references: z.array(z.strictObject({ column: z.string(), table: z.string() })).readonly(),
    }),
    growth: z.strictObject({
        rows: law,
        columns: columnGrowth,
        indexes: z
            .record(
                z.string(),
                z.strictObject({ rows: law, entries: law.exactOptional(), columns: columnGrowth }).readonly(),
            )
            .readonly(),
    }),
});

/** The file beside those of the tables: where the figures come from. */
export const originSchema: z.ZodType<Omit<Capture, "tables">> = z.strictObject({
    dataset: z.strictObject({ name: z.string(), seed: z.int(), digest: z.string() }),
    scales: z.strictObject({ low: z.number().positive(), high: z.number().positive() }),
    server: z.int(),
    values: z.record(z.string(), z.string()).readonly(),
});
