import type { Finding } from "../core/finding.ts";
import { leftOut, stretchesOf, type ModelledCase } from "../core/modelled-plan.ts";
import { subjectOf } from "../core/run-record.ts";
import { closingLine, renderFindings } from "./findings.ts";
import { painter } from "./paint.ts";
import type { Paint, RenderOptions } from "./paint.ts";
import { lawOf } from "./law-of.ts";

/**
 * The plans of every case by scale, each once for the scales that share it; then the findings and what they come to.
 *
 * @param calls the queries that have no plan here
 */
export function renderModelled(
    cases: readonly ModelledCase[],
    calls: readonly string[],
    findings: readonly Finding[],
    options: RenderOptions,
): string {
    const paint = painter(options);
    const parts = [
        ...cases.map((one) => renderCase(one, paint)),
        calls.length > 0 ? `not modelled: ${calls.join(", ")} (${leftOut(["Call"])})\n` : "",
        renderFindings(findings, options),
    ];
    return [...parts.filter((part) => part !== ""), closingLine(cases.length, findings)].join("\n");
}

function renderCase(one: ModelledCase, paint: Paint): string {
    const stretches = stretchesOf(one.plans);
    const lines = stretches.flatMap(({ scales, tree }, i) => [
        i === 0 ? `at ${span(scales)}` : paint("yellow", `at ${span(scales)} another plan`),
        ...tree.map((line) => `    ${line}`),
    ]);
    const figures = (what: "cost" | "rows"): string =>
        one.plans.map((plan) => `${figure(plan[what])} at ${span([plan.scale])}`).join(", ");
    const gap = stretches.map(({ tree }) => leftOut(tree)).find((clause) => clause !== undefined);
    const cost = one.growth?.cost;
    const grows = cost === undefined ? "" : ` (${lawOf(cost)})`;
    return [
        `${paint("bold", subjectOf(one))}\n`,
        ...[
            ...lines,
            `${paint("dim", "cost:")} ${figures("cost")}${grows}`,
            `${paint("dim", "rows:")} ${figures("rows")}`,
            ...(gap === undefined ? [] : [`${paint("dim", "not modelled:")} ${gap}`]),
        ].map((line) => `    ${line}\n`),
    ].join("");
}

/** `0.01 to 100`. */
function span(scales: readonly number[]): string {
    const [first = 0] = scales;
    const last = scales.at(-1) ?? first;
    return first === last ? plain(first) : `${plain(first)} to ${plain(last)}`;
}

function plain(scale: number): string {
    return scale.toLocaleString("en", { maximumFractionDigits: 6 });
}

/** Three digits of a small figure, whole numbers of a great one. */
function figure(value: number): string {
    return value < 100 ? String(Number(value.toPrecision(3))) : Math.round(value).toLocaleString("en");
}
