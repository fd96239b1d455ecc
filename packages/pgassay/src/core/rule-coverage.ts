/** What the tests show of one thing about a rule. */
export type Proof =
    /** Where it is shown: `tasks.sql:12`, or what was seen. */
    | { readonly state: "shown"; readonly by: string }
    /** A clause that says what lacks, and a line of pgTAP that would show it; what it cannot know it leaves as `…`. */
    | { readonly state: "missing"; readonly what: string; readonly suggestion: string }
    /** It makes no sense to ask it of such a rule. */
    | { readonly state: "not asked" };

/** The three things that tests can show of a rule. */
export type RuleQuestion = "asserted" | "accepts" | "refuses";

export const ruleQuestions: readonly RuleQuestion[] = ["asserted", "accepts", "refuses"];

/** One constraint, trigger, policy, default or label of an enumerated type, and what the tests show of it. */
export interface RuleCoverage {
    /** Its kind and name: `check public.tasks.tasks_hours_check`. */
    readonly rule: string;
    readonly class: string;
    /** The table or type it belongs to: `public.tasks`. */
    readonly owner: string;
    /** Whether a test fails when the rule is gone. */
    readonly asserted: Proof;
    /** Whether a case that it judges and that is legal got past it in a test. */
    readonly accepts: Proof;
    /** Whether an assertion met its refusal of an illegal case and would fail if another rule had refused it. */
    readonly refuses: Proof;
}

/** Of how many rules each of the three things is asked, and of how many the tests show it. */
export type RuleShares = Readonly<Record<RuleQuestion, { readonly asked: number; readonly shown: number }>>;

export function sharesOf(rules: readonly RuleCoverage[]): RuleShares {
    const share = (question: RuleQuestion): RuleShares[RuleQuestion] => {
        const states = rules.map((rule) => rule[question].state).filter((state) => state !== "not asked");
        return { asked: states.length, shown: states.filter((state) => state === "shown").length };
    };
    return { asserted: share("asserted"), accepts: share("accepts"), refuses: share("refuses") };
}
