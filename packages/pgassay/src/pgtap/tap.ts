import { Parser, type FinalResults, type Result } from "tap-parser";
import { counted, grouped } from "../core/counted.ts";
import type { Assertion, FileProblem } from "../core/test-result.ts";

/**
 * Reads the TAP a file printed.
 *
 * @param tap all of it, as psql would print it unaligned
 * @param lines the source line of each test number, where known
 */
export function parseTap(
    tap: string,
    lines: ReadonlyMap<number, number> = new Map(),
): { readonly assertions: Assertion[]; readonly problems: FileProblem[] } {
    // The parser takes text without any TAP for a plan of no tests, which would pass.
    if (!/^(?:\d+\.\.\d+|(?:not )?ok\b|Bail out!)/m.test(tap))
        return { assertions: [], problems: [{ message: "it printed no TAP" }] };
    const assertions: (Assertion & { diagnostics: string[] })[] = [];
    const problems: FileProblem[] = [];
    for (const [event, payload] of Parser.parse(tap)) {
        if (event === "assert") {
            assertions.push(toAssertion(payload as Result, lines));
        } else if (event === "comment") {
            assertions.at(-1)?.diagnostics.push((payload as string).replace(/^\s*#\s?/, "").trimEnd());
        } else if (event === "bailout") {
            problems.push({ message: `bailed out: ${payload as string}` });
        } else if (event === "complete") {
            problems.push(...planProblems(payload as FinalResults));
        }
    }
    return { assertions, problems };
}

function toAssertion(result: Result, lines: ReadonlyMap<number, number>): Assertion & { diagnostics: string[] } {
    const line = lines.get(result.id);
    return {
        number: result.id,
        description: result.name,
        passed: result.ok || result.todo !== false || result.skip !== false,
        ...(result.todo !== false ? { directive: "todo" } : result.skip !== false ? { directive: "skip" } : {}),
        diagnostics: [],
        ...(line !== undefined && { line }),
    };
}

/** What is wrong with the plan: none, or another number of tests than it announced. */
function planProblems(final: FinalResults): FileProblem[] {
    if (final.bailout || final.plan.skipAll) return [];
    if (final.plan.start === null || final.plan.end === null) return [{ message: "it printed no plan" }];
    if (final.plan.end === final.count) return [];
    return [{ message: `it planned ${counted(final.plan.end, "test")} and ran ${grouped(final.count)}` }];
}
