import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import { historyText, parseHistory, type HistoryAlert } from "../../src/core/history.ts";
import { exampleHistory, exampleHistoryCase } from "./example-history.ts";

const alert: HistoryAlert = {
    kind: "alert",
    query: "order/latest_of_customer",
    case: "hot",
    since: "2026-11-19T02:17:00.000Z",
    before: 1.1,
    after: 1.25,
};
const run = exampleHistory({
    cases: [exampleHistoryCase(1.25), exampleHistoryCase(3, { case: "cold", clock: "wall" })],
    alerts: [alert],
});
const text = historyText(run);
const [head = "", ...lines] = text.trimEnd().split("\n");

function errorOf(changed: string): PgassayError["parts"] {
    try {
        parseHistory(changed, "history/a.jsonl");
    } catch (error) {
        if (error instanceof PgassayError && error.kind === "usage") return error.parts;
        throw error;
    }
    throw new Error("the text was accepted");
}

describe("a run of the history", () => {
    it("is a line for what it was made on, one a case and one an alert", () => {
        expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(["case", "case", "alert"]);
        expect(text.endsWith("\n")).toBe(true);
    });

    it("is read back as it was written", () => {
        expect(parseHistory(text, "history/a.jsonl")).toStrictEqual(run);
    });

    it("is refused wherever it was cut off", () => {
        fc.assert(
            fc.property(fc.nat({ max: text.length - 2 }), (length) => {
                const cut = text.slice(0, length);
                if (cut.endsWith("\n")) return;
                expect(errorOf(cut).happened).toBe("the file does not end with a whole line");
            }),
        );
    });

    it.each([
        ["another file", "{}\n", 1, "no run of the history"],
        ["a newer version", `${head.replace('"version":1', '"version":2')}\n`, 1, "it has version 2"],
        ["a line that is no JSON", `${head}\n${lines[0]}\n{\n`, 3, "not JSON"],
        ["a line of no known kind", `${head}\n{"kind":"case2"}\n`, 2, "kind: "],
        ["a case of one pair", `${head}\n${JSON.stringify({ ...run.cases[0], pairs: [] })}\n`, 2, "pairs: "],
        ["an empty line", `${head}\n\n`, 2, "not JSON"],
    ])("is refused as %s, and the line is named", (_, changed, line, happened) => {
        const parts = errorOf(changed);
        expect(parts.tried).toBe(`read line ${line} of history/a.jsonl`);
        expect(parts.happened).toContain(happened);
        expect(parts.remedy).toContain("restore the file");
    });
});
