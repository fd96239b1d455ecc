import type { BoundCase } from "../../src/core/query.ts";

/** A case of a query that is nothing but its text; the target is out of reach of any noise unless given. */
export function boundCase(
    text: string,
    { targetMsP95 = 60_000, name = "typical", values = [] as unknown[] } = {},
): BoundCase {
    const queryCase = { name, arguments: [], budget: { buffers: 1 }, mayBeEmpty: false };
    return {
        query: {
            id: "shop/query",
            file: "queries/shop/query.sql",
            about: "a query of a test",
            parameters: [],
            cases: [queryCase],
            requiredIndexes: [],
            kind: "read",
            targetMsP95,
            text,
        },
        case: queryCase,
        values,
    };
}
