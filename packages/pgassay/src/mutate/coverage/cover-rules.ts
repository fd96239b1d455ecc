import type { MutantResult } from "../../core/mutation-run.ts";
import type { Proof, RuleCoverage } from "../../core/rule-coverage.ts";
import { subjectOf } from "../names.ts";
import { strongerKey } from "../operators/key.ts";
import { constraintsOf, eachOf } from "../schema.ts";
import type { Schema } from "../schema.ts";
import { constraintKinds, ruleName, ruleOf } from "./rule.ts";
import { assertionKey } from "./sightings.ts";
import type { Sightings } from "./sightings.ts";
import { suggestCase, suggestRefusal } from "./suggest.ts";
import type { WatchedSuite } from "./watch-suite.ts";

const notAsked: Proof = { state: "not asked" };

/** A RAISE that ends what it stands in. */
const raises = /\braise\b(?!\s+(?:debug|log|info|notice|warning)\b)/i;

/**
 * What the tests show of each rule: that it is there, by the mutant without it; the rest by what was seen.
 *
 * @param results verdicts of `coverageMutants`
 */
export function coverRules(
    schema: Schema,
    results: readonly MutantResult[],
    { sightings, renamed }: WatchedSuite,
): RuleCoverage[] {
    const verdicts = new Map(results.map((result) => [result.id, result]));
    const silent = rulesThatRefuseNothing(schema);
    return results.flatMap((result) => {
        const rule = ruleOf(result);
        if (rule === undefined) return [];
        const { class: of, owner } = result;
        const subject = rule.slice(rule.indexOf(" ") + 1);
        const accepts =
            of === "default"
                ? killedProof(verdicts.get(`default-change ${subject}`), "no test notices another default")
                : acceptsProof(rule, result, sightings);
        const refuses =
            of === "default" || of === "enum" || silent.has(rule)
                ? notAsked
                : refusesProof(rule, result, sightings, renamed);
        return [
            { rule, class: of, owner, asserted: killedProof(result, "no test fails without it"), accepts, refuses },
        ];
    });
}

function killedProof(result: MutantResult | undefined, what: string): Proof {
    const verdict = result?.verdict;
    if (verdict?.kind === "killed") {
        const { file, line } = verdict.by;
        return { state: "shown", by: line === undefined ? file : `${file}:${line}` };
    }
    if (result === undefined || (verdict?.kind !== "survived" && verdict?.kind !== "refused")) return notAsked;
    return { state: "missing", what, suggestion: result.suggestion };
}

function acceptsProof(rule: string, { class: of, owner }: MutantResult, sightings: Sightings): Proof {
    const isMarked = of === "trigger" || of === "row-security";
    if ((isMarked ? sightings.marks.accepts : sightings.accepted).has(rule)) {
        return { state: "shown", by: of === "trigger" ? "it fired" : "a row got past it" };
    }
    const what =
        of === "enum"
            ? "no row of any test has it"
            : of === "trigger"
              ? "it fired in no test"
              : "no test has a legal row that it judges";
    return { state: "missing", what, suggestion: suggestCase(rule, owner) };
}

function refusesProof(
    rule: string,
    { class: of, owner }: MutantResult,
    sightings: Sightings,
    renamed: Sightings,
): Proof {
    const suggestion = suggestRefusal(rule, owner);
    if (of === "row-security") {
        return sightings.marks.refuses.has(rule)
            ? { state: "shown", by: "it kept a row out" }
            : { state: "missing", what: "it kept no row out in any test", suggestion };
    }
    const met = sightings.refused.get(rule) ?? [];
    // What raises an error in a trigger has no name in it.
    const byName = of === "trigger" ? met[0] : met.find((asserted) => renamed.failed.has(assertionKey(asserted)));
    if (byName) return { state: "shown", by: `${byName.file}:${byName.line}` };
    const [first] = met;
    const what = first
        ? `the assertion that meets its refusal, ${first.file}:${first.line}, would take that of another rule for it`
        : "no assertion meets its refusal";
    return { state: "missing", what, suggestion };
}

/**
 * Triggers whose functions raise nothing, policies that are open to everything, columns that nobody can set to null
 * because they are generated, and keys that hold all columns of another one, which refuses whatever they would.
 */
function rulesThatRefuseNothing(schema: Schema): ReadonlySet<string> {
    const raising = new Set(
        schema.routines
            .filter(({ returns, source }) => returns === "trigger" && raises.test(source))
            .map((routine) => subjectOf(routine)),
    );
    const isOpen = (condition: string | null): boolean => condition === null || condition === "true";
    return new Set([
        ...eachOf(schema, ({ columns }) => columns).flatMap(({ table, member }) =>
            member.generated === null ? [] : [ruleName("not-null", table, member.name)],
        ),
        ...eachOf(schema, (table) => constraintsOf(table, "unique")).flatMap((key) =>
            strongerKey(key) ? [ruleName(constraintKinds.unique, key.table, key.member.name)] : [],
        ),
        ...eachOf(schema, ({ triggers }) => triggers).flatMap(({ table, member }) =>
            raising.has(subjectOf({ schema: member.functionSchema, name: member.function }))
                ? []
                : [ruleName("trigger", table, member.name)],
        ),
        ...eachOf(schema, ({ policies }) => policies).flatMap(({ table, member }) =>
            isOpen(member.using) && isOpen(member.check) ? [ruleName("policy", table, member.name)] : [],
        ),
    ]);
}
