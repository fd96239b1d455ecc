import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PgassayError } from "../../../src/core/errors.ts";
import type { Golden } from "../../../src/core/golden.ts";
import { goldenText, parseGolden } from "../../../src/plan/golden/golden-text.ts";

const golden: Golden = {
    query: "order/of_customer",
    reason: "the new index serves it",
    statement: "0123456789ab",
    server: "18",
    dataset: "shop, seed 1",
    settings: new Map([["work_mem", "16MB"]]),
    indexes: new Map([
        ["sale_idx", "CREATE INDEX sale_idx ON public.sale USING btree (id) WHERE (state = 'a = b'::text)"],
    ]),
    evidence: new Map([["columns of public.sale", "01234567"]]),
    cases: [
        {
            name: "busy",
            scale: 1,
            arguments: ["customer_id = $busiest_customer", 'since = "2025-01-01"'],
            tree: ["Limit", "  Index Scan using sale_idx on sale  (state = :state)"],
            alternatives: [["Seq Scan on sale  filter: (state = :state)"]],
            buffers: 12,
            rows: new Map([["public.sale", 20_000]]),
        },
        {
            name: "busy",
            scale: 1e6,
            arguments: [],
            tree: ["Result"],
            alternatives: [],
            buffers: undefined,
            rows: new Map(),
        },
    ],
    modelled: [
        {
            name: "busy",
            plans: [
                { scale: 0.01, tree: ["Seq Scan on sale"] },
                { scale: 1, tree: ["Limit", "  Index Scan using sale_idx on sale  (state = :state)"] },
                { scale: 100, tree: ["Limit", "  Index Scan using sale_idx on sale  (state = :state)"] },
                { scale: 10_000, tree: ["Aggregate", "  Seq Scan on sale"] },
            ],
        },
    ],
};
const text = goldenText(golden);

describe("the text of a golden", () => {
    it("can be reviewed", () => {
        expect(text).toBe(
            `query: order/of_customer
reason: the new index serves it
statement: 0123456789ab
server: 18
dataset: shop, seed 1
setting: work_mem = 16MB
index: sale_idx = CREATE INDEX sale_idx ON public.sale USING btree (id) WHERE (state = 'a = b'::text)

case busy at scale 1
argument: customer_id = $busiest_customer
argument: since = "2025-01-01"
buffers: 12
rows: public.sale = 20000
    Limit
      Index Scan using sale_idx on sale  (state = :state)
or:
    Seq Scan on sale  filter: (state = :state)

case busy at scale 1000000
    Result

case busy modelled
at 0.01:
    Seq Scan on sale
at 1, 100: as at scale 1
at 10000:
    Aggregate
      Seq Scan on sale

evidence: columns of public.sale = 01234567
`,
        );
    });

    it("is read back as it was written", () => {
        expect(parseGolden(text, "a.plan")).toEqual(golden);
        expect(parseGolden(text.replaceAll("\n", "\r\n"), "a.plan")).toEqual(golden);
        const bare = { ...golden, reason: undefined, settings: new Map(), indexes: new Map(), evidence: new Map() };
        expect(parseGolden(goldenText(bare), "a.plan")).toEqual(bare);
    });

    it("is read whole or refused with its line, wherever a line is lost or doubled", () => {
        const lines = text.split("\n");
        fc.assert(
            fc.property(
                fc.nat({ max: lines.length - 2 }),
                fc.constantFrom("<<<<<<< ours", "=======", "plan:"),
                (at, wrong) => {
                    const broken = [...lines.slice(0, at), wrong, ...lines.slice(at)].join("\n");
                    expect(() => parseGolden(broken, "a.plan")).toThrow(PgassayError);
                },
            ),
        );
    });

    it.each([
        [text.replace("statement: 0123456789ab\n", ""), 'line 6 ends a head that has no "statement"'],
        [text.replace("server: 18", "sevrer: 18"), 'line 4 says "sevrer", which is not expected there'],
        [text.replace("work_mem = 16MB", "work_mem"), 'line 6 lacks an equals sign: "work_mem"'],
        [text.replace("case busy at scale 1\n", "case busy\n"), 'line 9 begins no case: "case busy"'],
        [text.replace("    Result\n", ""), "line 19 begins a case without a plan"],
    ])("is refused with its line: %#", (broken, happened) => {
        expect(() => parseGolden(broken, "a.plan")).toThrow(
            expect.objectContaining({ parts: expect.objectContaining({ happened }) as unknown }) as Error,
        );
    });
});
