import { z } from "zod";
import { promises } from "../core/query-growth.ts";
import { parsePositionedYaml } from "./positioned-yaml.ts";
import type { PositionedYaml } from "./positioned-yaml.ts";
import { isTypeName } from "../core/sql-text.ts";

const nameForm = "must be lower-case letters, digits and underscores, beginning with a letter";
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, nameForm);
const text = z.string("must be a text").trim().min(1, "must not be empty");
const blocks = z.int("must be a whole number of blocks").positive("must be at least 1");
const count = z.int("must be a whole number").nonnegative("must not be negative");
const factor = z.number("must be a number").min(1, "must be at least 1");
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One limit for all cases, or one for each. */
function limit(one: z.ZodNumber | z.ZodInt, message: string) {
    return z.union([one, z.record(name, one)], message);
}

function oneOrMany(what: string) {
    return z.union([z.string().transform((one) => [one]), z.array(z.string())], `must be ${what} or a list of such`);
}

const headerSchema = z.strictObject(
    {
        name,
        about: text,
        parameters: z
            .record(
                name,
                z.string("must be the name of a type").refine(isTypeName, "must be the name of a type"),
                "must map names to types",
            )
            .default({}),
        cases: z
            .record(
                name,
                z.record(
                    z.string(),
                    z.union(
                        [scalar, z.null(), z.array(scalar)],
                        "must be a text, a number, true, false, null or a list of such",
                    ),
                    "must map parameters to arguments, {} where there are none",
                ),
                "must map names to arguments",
            )
            .refine((cases) => Object.keys(cases).length > 0, "must have at least one case"),
        index: oneOrMany("the name of an index"),
        budget: z
            .strictObject(
                {
                    buffers: limit(blocks, "must be a whole number of blocks, or one for each case").optional(),
                    temp_blocks: limit(count, "must be a whole number of blocks, or one for each case").optional(),
                    rows_removed: limit(count, "must be a whole number of rows, or one for each case").optional(),
                    wal_records: limit(count, "must be a whole number of records, or one for each case").optional(),
                    wal_bytes: limit(count, "must be a whole number of bytes, or one for each case").optional(),
                    q_error: limit(factor, "must be a factor of at least 1, or one for each case").optional(),
                    generic_ratio: limit(factor, "must be a factor of at least 1, or one for each case").optional(),
                },
                "must be a map",
            )
            .default({}),
        target: z.strictObject(
            { p95_ms: z.number("must be a number of milliseconds").positive("must be more than 0") },
            "must be a map",
        ),
        grows: z.enum(promises, `must be ${promises.join(", ")}`).optional(),
        writes: z.literal(true, "must be true, or be left out").optional(),
        empty: oneOrMany("the name of a case").default([]),
    },
    "the header must map keys to values",
);

/** The header of a query file as it is written; where one value may stand for a list, it is a list. */
export type Header = z.output<typeof headerSchema>;

/** Parses and checks the header of a query file by itself, without its statement. */
export function parseHeader(yaml: string): PositionedYaml<Header> {
    return parsePositionedYaml(yaml, headerSchema);
}

const valuesSchema = z.record(name, text, "the file must map names to SQL");

/** Parses `values.yaml`: the SQL that looks up each named value. */
export function parseValues(yaml: string): PositionedYaml<Record<string, string>> {
    return parsePositionedYaml(yaml, valuesSchema);
}
