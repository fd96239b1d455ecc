/** What a test did that told the schema with the defect from the schema without. */
export interface Killer {
    /** The test file, as its runner names it. */
    readonly file: string;
    /** Where in the file, when known. */
    readonly line?: number;
    /** `assertion`: a test said "not ok". `error`: a statement failed. `timeout`: it would not end. `plan`: a query's plan or budget broke. */
    readonly how: "assertion" | "error" | "timeout" | "plan";
    /** The description of the test, or the message of the error. */
    readonly what: string;
}

/** What became of a mutant. Only `killed` and `survived` enter the score. */
export type Verdict =
    | { readonly kind: "killed"; readonly by: Killer }
    | { readonly kind: "survived" }
    /** No test could tell it from the schema, or from another mutant, or only in a case that never arises. */
    | { readonly kind: "equivalent" | "duplicate" | "weak"; readonly reason: string }
    /** PostgreSQL would not have it. */
    | { readonly kind: "stillborn"; readonly sqlstate: string; readonly reason: string }
    /** Nothing here could judge it. */
    | { readonly kind: "refused"; readonly reason: string };

/** One mutant and its verdict. */
export interface MutantResult {
    readonly id: string;
    readonly operator: string;
    readonly class: string;
    /** The table, type, function or schema it is counted under: `public.tasks`, `schema public`. */
    readonly owner: string;
    readonly description: string;
    readonly sql: readonly string[];
    /** A line of pgTAP that would kill it. */
    readonly suggestion: string;
    readonly oracle: "tests" | "plan";
    readonly verdict: Verdict;
    /** Why it may survive, when somebody wrote that down. */
    readonly accepted?: string;
}

/** Everything one run of `mutate` found out. */
export interface MutationRun {
    readonly mutants: readonly MutantResult[];
    /** How many test files each mutant was shown to, at most. */
    readonly testFiles: number;
    /** Test files that needed a clone for each mutant, and why. */
    readonly cloneFiles: readonly { readonly file: string; readonly reason: string }[];
    /** From the first mutant to the last verdict. */
    readonly durationMs: number;
}

/** What a set of mutants came to. */
export interface MutationScore {
    readonly killed: number;
    readonly survived: number;
    /** Those of the survivors that were accepted. */
    readonly accepted: number;
    /** Counted, and no part of the score. */
    readonly unscored: number;
    /** killed / (killed + survived), from 0 to 1; nothing when there was nothing to score. */
    readonly score?: number;
}

export function scoreOf(mutants: readonly MutantResult[]): MutationScore {
    const killed = mutants.filter(({ verdict }) => verdict.kind === "killed").length;
    const survivors = mutants.filter(({ verdict }) => verdict.kind === "survived");
    const scored = killed + survivors.length;
    return {
        killed,
        survived: survivors.length,
        accepted: survivors.filter(({ accepted }) => accepted !== undefined).length,
        unscored: mutants.length - scored,
        ...(scored > 0 && { score: killed / scored }),
    };
}
