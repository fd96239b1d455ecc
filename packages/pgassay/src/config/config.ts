import { z } from "zod";
import { ruledFindingCodes } from "../core/finding-policy.ts";
import type { Dataset } from "../data/dataset.ts";

const path = z.string().min(1);
const findingCode = z.enum(ruledFindingCodes);

/** Exponents over the scale: 0 stays, 1 grows in proportion. */
const growthRule = z.strictObject({
    /** Of the rows of a table. */
    rows: z.number().optional(),
    /** Of the number of different values of a column. */
    distinct: z.number().optional(),
    /** Of the frequency of a column's most common value, and of ordinary ones. */
    first: z.number().optional(),
    last: z.number().optional(),
    because: z.string().trim().min(1, "must say why"),
});

/** The shape of a configuration; unknown keys are refused, because a misspelt one would be silently without effect. */
export const configShape = z.strictObject({
    /** The dbmate project: the directory of its migrations, and the dump that `migrate dump` writes. */
    migrations: z.strictObject({ directory: path, schemaFile: path }),
    /** Directory that the pages about the schema are written to. */
    docs: path.optional(),
    /** Directory of the pgTAP files; those in its `setup` folder run once, before all others. */
    tests: path.optional(),
    /** Directory of the query files, `<area>/<name>.sql`. */
    queries: path.optional(),
    /** Directory of the accepted plans, `<area>/<name>.plan`. */
    goldens: path.optional(),
    /** What becomes of findings about queries, by their code, where it is not what their pages say. */
    policy: z.partialRecord(findingCode, z.enum(["fail", "warn", "off"])).optional(),
    /** Findings about queries that are put up with for a time. */
    waivers: z
        .array(
            z.strictObject({
                finding: findingCode,
                /** A query, `<area>/<name>`, or one of its cases, `<area>/<name>#<case>`. */
                subject: z.string().min(1),
                /** The last day, in UTC: `2026-12-31`. */
                until: z.iso.date(),
                reason: z.string().trim().min(1),
            }),
        )
        .optional(),
    /** The rows that queries are planned and measured on. */
    dataset: z
        .custom<Dataset>((value) => typeof value === "object" && value !== null && "tables" in value, {
            error: "must be a dataset, as `pgassay/data` defines them",
        })
        .optional(),
    /** Small datasets written in SQL, by name: files that are run in this order, in one transaction. */
    seeds: z.record(z.string().min(1), z.array(path).min(1)).optional(),
    /** Directory of the captured statistics, from which other sizes are modelled. */
    statistics: path.optional(),
    /**
     * Laws of growth, where those that were seen between two scales are not to be believed: by `schema.table`, and by
     * `schema.table.column`.
     */
    growth: z.record(z.string().min(1), growthRule).optional(),
    /** Sizes that exist only in statistics. */
    model: z
        .strictObject({
            /** The scales whose plans are accepted and compared beside those of the loaded dataset. */
            scales: z.array(z.number().positive()).min(1).optional(),
            /** Small scales at which `plan --growth` loads the dataset, to see how the work of each case grows. */
            measured: z.array(z.number().positive()).min(1).optional(),
            /** Cases that are planned otherwise on rows than modelled at some scale, and why that is put up with. */
            exceptions: z
                .array(
                    z.strictObject({
                        scale: z.number().positive(),
                        /** `<area>/<name>#<case>` */
                        cases: z.array(z.string().min(1)).min(1),
                        reason: z.string().trim().min(1),
                    }),
                )
                .optional(),
        })
        .optional(),
    /** Directory that run records are written to. */
    runs: path.optional(),
    /** Directory of the history, one file a run of `bench --history`. */
    history: path.optional(),
    /** The load that `stress` puts on a service: what clients ask for, and as whom. */
    stress: z
        .strictObject({
            mix: z
                .array(
                    z.strictObject({
                        /** `<area>/<name>`, whose cases share the weight, or `<area>/<name>#<case>`. */
                        query: z.string().min(1),
                        /** Its share of all requests is its weight over the sum of all. */
                        weight: z.number().positive(),
                        /** Settings of the transaction, such as the tenant: each SQL that yields its value. */
                        settings: z.record(z.string().min(1), z.string().min(1)).exactOptional(),
                        /** SQL that yields one number, which every execution of this write raises by one. */
                        proof: z.string().min(1).exactOptional(),
                    }),
                )
                .min(1),
            /** The role of every transaction. */
            role: z.string().min(1).optional(),
            /** Most connections that the service has to the database. */
            pool: z.int().min(1).max(100).default(10),
            /** Requests a second that the service has to reach. */
            targetPerSecond: z.number().positive().optional(),
            /** How long 99 of 100 requests may take while as many arrive, in milliseconds. */
            targetMsP99: z.number().positive().optional(),
        })
        .refine(({ targetPerSecond, targetMsP99 }) => targetMsP99 === undefined || targetPerSecond !== undefined, {
            path: ["targetMsP99"],
            error: "holds at the rate of targetPerSecond, which is missing",
        })
        .optional(),
    /** File of mutants that may survive, each with its reason. */
    mutation: z.strictObject({ accepted: path }).optional(),
    /** What `lint` finds and the project lives with, each with its reason; `*` in a subject stands for anything. */
    lint: z
        .strictObject({
            exceptions: z.array(
                z.strictObject({
                    code: z.string().min(1),
                    subjects: z.array(z.string().min(1)).min(1).optional(),
                    reason: z.string().min(1),
                }),
            ),
        })
        .optional(),
});

/** What `pgassay.config.ts` exports. Paths are relative to that file. */
export type ConfigInput = z.input<typeof configShape>;

/** A configuration that has been checked: paths are absolute. */
export interface Config extends Readonly<Omit<z.output<typeof configShape>, "migrations">> {
    /** The directory of the configuration file: what findings name files relative to. */
    readonly root: string;
    /** The configuration file itself: where findings stand that are in no other. */
    readonly file: string;
    readonly migrations: {
        readonly migrationsDir: string;
        readonly schemaFile: string;
        readonly migrationsTable: string;
    };
}

/** Gives a configuration its type where it is written. */
export function defineConfig(config: ConfigInput): ConfigInput {
    return config;
}
