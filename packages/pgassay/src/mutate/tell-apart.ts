import pg from "pg";
import type { Verdict } from "../core/mutation-run.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Mutant } from "./mutant.ts";

/**
 * The fingerprint of a schema that holds a mutant. A defect can make the catalog unreadable, as a default does whose
 * enum label is gone; then it is like no other.
 */
export async function mutantFingerprint(client: pg.Client, mutant: Mutant): Promise<string> {
    try {
        return await fingerprint(client);
    } catch (error) {
        if (error instanceof pg.DatabaseError) return `unreadable with ${mutant.id}`;
        throw error;
    }
}

/**
 * Finds those of the mutants which no test could tell from the schema, or from one before them.
 *
 * @param digests fingerprint of the schema with each mutant, in the order in which the first of equals is kept
 * @param whole fingerprint of the schema without
 */
export function tellApart(digests: ReadonlyMap<Mutant, string>, whole: string): Map<Mutant, Verdict> {
    const verdicts = new Map<Mutant, Verdict>();
    const first = new Map<string, Mutant>();
    for (const [mutant, digest] of digests) {
        const twin = first.get(digest);
        if (digest === whole) verdicts.set(mutant, { kind: "equivalent", reason: "the catalog is the same with it" });
        else if (twin) verdicts.set(mutant, { kind: "duplicate", reason: `it makes the schema of ${twin.id}` });
        else first.set(digest, mutant);
    }
    return verdicts;
}
