import type { Finding } from "../core/finding.ts";
import type { Query } from "../core/query.ts";
import { majorVersion } from "./golden/plan-run.ts";

/** Backends tell from this major version on what they wrote. */
const oldestForWrites = 18;

/**
 * The queries that a server can measure, and a finding about each of the others.
 *
 * @param serverVersion `15.18`
 */
export function measurableQueries(
    queries: readonly Query[],
    serverVersion: string,
): { readonly measurable: readonly Query[]; readonly findings: readonly Finding[] } {
    const major = majorVersion(serverVersion);
    if (Number(major) >= oldestForWrites) return { measurable: queries, findings: [] };
    return {
        measurable: queries.filter(({ kind }) => kind === "read"),
        findings: queries.flatMap(({ id, kind }) =>
            kind === "read"
                ? []
                : [
                      {
                          code: "write-not-measured",
                          severity: "warning" as const,
                          subject: id,
                          message: `PostgreSQL ${major} does not tell what one backend wrote, as ${oldestForWrites} does; this query was left out`,
                      },
                  ],
        ),
    };
}
