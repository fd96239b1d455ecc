import { defineComponent, type FunctionalComponent } from "vue";
import type { RuleCoverage, RuleQuestion, RuleShares } from "../../../src/core/rule-coverage.ts";
import type { RuleCoverageView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { useChunk } from "../report.ts";

const titles: Readonly<Record<RuleQuestion, string>> = {
    asserted: "A test fails without it",
    accepts: "A legal case got past it",
    refuses: "Its refusal was met",
};
const questions = Object.keys(titles) as RuleQuestion[];

/** Of each rule of the schema, by what it belongs to, what the tests show; then the rules of which something lacks. */
export const RulesPage = defineComponent(() => {
    const view = useChunk<RuleCoverageView>(() => "rules");
    return () => {
        if (!view.value) return <h1>Rules</h1>;
        const { rules, owners, shares, holes } = view.value;
        return (
            <>
                <h1>Rules</h1>
                <p class="lead">
                    {counted(rules, "rule")}: constraints, triggers, policies, defaults and labels. The tests show all
                    that is asked of {grouped(rules - holes.length)}.
                </p>
                <section class="wide">
                    <table class="matrix">
                        <thead>
                            <tr>
                                <th>Table or type</th>
                                <th class="number">Rules</th>
                                {questions.map((question) => (
                                    <th class="number">{titles[question]}</th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {owners.map(({ name, rules: own, shares: shown }) => (
                                <tr key={name}>
                                    <td>{name}</td>
                                    <td class="number">{grouped(own)}</td>
                                    <Shares shares={shown} />
                                </tr>
                            ))}
                            <tr>
                                <th>all</th>
                                <td class="number">{grouped(rules)}</td>
                                <Shares shares={shares} />
                            </tr>
                        </tbody>
                    </table>
                </section>
                <h2 class="apart">{holes.length === 0 ? "Nothing is missing" : "What is missing"}</h2>
                <ul class="findings">
                    {holes.map((rule) => (
                        <Hole rule={rule} />
                    ))}
                </ul>
            </>
        );
    };
});

/** A cell a question: `12 / 14`, or nothing where it makes no sense to ask. */
const Shares: FunctionalComponent<{ shares: RuleShares }> = ({ shares }) =>
    questions.map((question) => {
        const { shown, asked } = shares[question];
        return (
            <td class={["number", shown < asked && "warning"]}>
                {asked === 0 ? null : (
                    <>
                        {grouped(shown)} <small>/ {grouped(asked)}</small>
                    </>
                )}
            </td>
        );
    });
Shares.props = ["shares"];

const Hole: FunctionalComponent<{ rule: RuleCoverage }> = ({ rule }) => {
    const missing = questions.flatMap((question) => {
        const proof = rule[question];
        return proof.state === "missing" ? [proof] : [];
    });
    return (
        <li>
            <span class="standing warning">missing</span>
            <div>
                <p>
                    <b>{rule.rule}</b>
                </p>
                {missing.map(({ what, suggestion }) => (
                    <details>
                        <summary>{what}</summary>
                        <pre>{suggestion}</pre>
                    </details>
                ))}
            </div>
        </li>
    );
};
Hole.props = ["rule"];
