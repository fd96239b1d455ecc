import type { BoundCase } from "../../core/query.ts";

/**
 * Raised whenever the statement below changes, or how a ratio is computed from the samples: such ratios do not compare, and
 * every series begins anew.
 */
export const referenceVersion = 1;

/**
 * What all cases are timed against: work of the executor that no schema, dataset or index has a part in. It makes rows,
 * converts, hashes, joins, sorts and aggregates them, in about a fifth of a millisecond. A faster processor, a slower
 * night and another build of PostgreSQL move it as they move the cases, so that what is left in the ratio is theirs.
 */
const text = `
    select
        pg_catalog.count(*) as pairs,
        pg_catalog.max(digest) as last
    from (
        select
            a.n,
            pg_catalog.md5(a.n::text || b.n::text) collate "C" as digest
        from
            pg_catalog.generate_series(1, 300) as a (n)
            join pg_catalog.generate_series(1, 600, 2) as b (n) on b.n = a.n
        order by digest
    ) as sorted`;

/** The reference, as a case that can be executed in any database. */
export const reference: BoundCase = {
    query: {
        id: "pgassay/reference",
        file: "the reference of pgassay",
        about: "Works without touching a table.",
        parameters: [],
        cases: [],
        requiredIndexes: [],
        kind: "read",
        targetMsP95: 1000,
        text,
    },
    case: { name: "all", arguments: [], budget: {}, mayBeEmpty: false },
    values: [],
};
