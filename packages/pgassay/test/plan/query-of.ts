import type { Query, QueryCase } from "../../src/core/query.ts";

/** A query of one case without parameters, budget or required index; what a test is about is given. */
export function queryOf(text: string, given: Partial<Query> = {}): Query & { readonly cases: readonly [QueryCase] } {
    const typical = { name: "typical", arguments: [], budget: { buffers: 1_000_000 }, mayBeEmpty: false };
    return {
        id: "shop/query",
        file: "queries/shop/query.sql",
        about: "A query of a test.",
        parameters: [],
        requiredIndexes: [],
        targetMsP95: 1000,
        kind: "read",
        text,
        ...given,
        cases: [typical],
    };
}
