import type { Finding } from "../core/finding.ts";
import type { MutantResult } from "../core/mutation-run.ts";
import { acceptsHole } from "./coverage/coverage-findings.ts";

/**
 * What is wrong with the tests: mutants that survive without anybody having accepted it, and acceptances that accept
 * nothing any more.
 *
 * @param accepted reasons by id, as the project lists them
 * @param isComplete whether `results` holds every mutant of the schema: an id that is not among some is not stale
 */
export function mutationFindings(
    results: readonly MutantResult[],
    accepted: ReadonlyMap<string, string>,
    isComplete: boolean,
): Finding[] {
    const verdicts = new Map(results.map(({ id, verdict }) => [id, verdict.kind]));
    return [
        ...results.filter((result) => result.verdict.kind === "survived" && !accepted.has(result.id)).map(survivor),
        ...[...accepted.keys()].flatMap((id): Finding[] => {
            const verdict = verdicts.get(id) ?? "gone";
            if (acceptsHole(id)) return [];
            if (verdict === "survived" || verdict === "refused" || (verdict === "gone" && !isComplete)) return [];
            const message =
                verdict === "gone" ? "is accepted, and there is no such mutant" : `is accepted, and is ${verdict}`;
            return [{ code: "acceptance-stale", severity: "error", subject: id, message }];
        }),
    ];
}

function survivor({ id, description, sql, suggestion }: MutantResult): Finding {
    const detail = [...sql.map((statement) => `${statement.replace(/;?\s*$/, "")};`), `-- would notice: ${suggestion}`];
    return {
        code: "mutant-survived",
        severity: "error",
        subject: id,
        message: `no test notices that ${description}`,
        detail: detail.join("\n"),
    };
}
