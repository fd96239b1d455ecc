import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { applyExceptions } from "../../src/lint/exceptions.ts";

const reason = "because";

function finding(code: string, subject: string): Finding {
    return { code, severity: "error", subject, message: "is wrong" };
}

const findings = [finding("index-redundant", "book.by_title"), finding("index-redundant", "shelf.by_title")];

/** Codes and subjects of what is left. */
function left(exception: { readonly code: string; readonly subjects?: readonly string[] }): string[] {
    return applyExceptions(findings, [{ ...exception, reason }]).map(({ code, subject }) => `${code} ${subject}`);
}

describe("an exception", () => {
    it("accepts what it names and nothing else", () => {
        expect(left({ code: "index-redundant" })).toEqual([]);
        expect(left({ code: "index-redundant", subjects: ["book.by_title"] })).toEqual([
            "index-redundant shelf.by_title",
        ]);
        expect(left({ code: "index-redundant", subjects: ["book.*"] })).toEqual(["index-redundant shelf.by_title"]);
        expect(left({ code: "index-redundant", subjects: ["bookxby_title", "shelf.*"] })).toEqual([
            "index-redundant book.by_title",
            "lint-exception-stale index-redundant bookxby_title",
        ]);
    });

    it("is a finding itself when it accepts nothing, each of its subjects too", () => {
        expect(left({ code: "table-unlogged" }).at(-1)).toBe("lint-exception-stale table-unlogged");
        expect(left({ code: "index-redundant", subjects: ["*.by_title", "gone"] })).toEqual([
            "lint-exception-stale index-redundant gone",
        ]);
    });

    it("asks whether another code was meant", () => {
        const [, , stale] = applyExceptions(findings, [{ code: "index-redundent", reason }]);
        expect(stale?.message).toContain('did you mean "index-redundant"?');
    });
});
