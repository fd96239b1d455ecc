import { describe, expect, it } from "vitest";
import { runAction } from "./run-action.ts";

const marker = "<!-- pgassay history -->";
const text = `${marker}\n### A query became slower\n`;

const report = (issues: readonly unknown[], body = text, environment = {}): ReturnType<typeof runAction> =>
    runAction({
        script: "issue/report.mjs",
        answers: { issues },
        files: { ISSUE_FILE: body },
        environment: { TITLE: "The night of 2026-11-22", ...environment },
    });

const issue = (number: number, type: string, body: string | null, more = {}): unknown => ({
    number,
    body,
    user: { type },
    ...more,
});

describe("the issue of an alert", () => {
    it("is opened when there is none", async () => {
        const { code, written } = await report([issue(3, "User", "the button is grey"), issue(4, "User", null)]);
        const body = { title: "The night of 2026-11-22", body: text };
        expect(written).toEqual([{ method: "POST", path: "issues", body }]);
        expect(code).toBe(0);
    });

    it("gets a comment when it is still open, also behind a hundred others", async () => {
        const others = Array.from({ length: 130 }, (_, number) => issue(number, "User", "talk"));
        const { written } = await report([...others, issue(500, "Bot", `${marker}\nanother query`)]);
        expect(written).toEqual([{ method: "POST", path: "issues/500/comments", body: { body: text } }]);
    });

    it("is neither what a person wrote nor a pull request, with our marker or without", async () => {
        const { written } = await report([
            issue(1, "User", `${marker}\nquoted`),
            issue(2, "Bot", `${marker}\nof a pull request`, { pull_request: {} }),
        ]);
        expect(written.map(({ path }) => path)).toEqual(["issues"]);
    });

    it("is not written from a text without a marker, or by who may not", async () => {
        const unmarked = await report([], "hello");
        expect([unmarked.code, unmarked.written]).toEqual([1, []]);
        expect(unmarked.output).toContain("does not begin with a marker");
        const stranger = await report([], text, { TOKEN: "wrong" });
        expect([stranger.code, stranger.written]).toEqual([1, []]);
    });
});
