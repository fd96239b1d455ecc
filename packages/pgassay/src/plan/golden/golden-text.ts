import { usageError } from "../../core/errors.ts";
import type { Golden, GoldenCase, ModelledGolden } from "../../core/golden.ts";
import { modelledLines, parseModelled, type Refuse } from "./modelled-text.ts";

/**
 * A golden as the text that lies in git. What decides the plan comes first, one fact a line; then each case with its
 * trees; last the evidence that only tells a cause. Equal goldens give equal texts.
 */
export function goldenText(golden: Golden): string {
    const lines = [
        `query: ${golden.query}`,
        ...(golden.reason === undefined ? [] : [`reason: ${golden.reason}`]),
        `statement: ${golden.statement}`,
        `server: ${golden.server}`,
        `dataset: ${golden.dataset}`,
        ...listed("setting", golden.settings),
        ...listed("index", golden.indexes),
        ...golden.cases.flatMap(caseLines),
        ...golden.modelled.flatMap((one) => modelledLines(one, golden.cases)),
        "",
        ...listed("evidence", golden.evidence),
    ];
    return `${lines.join("\n")}\n`;
}

function listed(key: string, facts: ReadonlyMap<string, string>): string[] {
    return [...facts].map(([name, value]) => `${key}: ${name} = ${value}`);
}

function caseLines({ name, scale, arguments: args, tree, alternatives, buffers, rows }: GoldenCase): string[] {
    return [
        "",
        `case ${name} at scale ${scale}`,
        ...args.map((argument) => `argument: ${argument}`),
        ...(buffers === undefined ? [] : [`buffers: ${buffers}`]),
        ...[...rows].map(([table, count]) => `rows: ${table} = ${count}`),
        ...[tree, ...alternatives].flatMap((one, i) => [
            ...(i === 0 ? [] : ["or:"]),
            ...one.map((line) => `    ${line}`),
        ]),
    ];
}

/**
 * Reads the text of a golden.
 *
 * @param path where the text comes from; it is only named in errors
 * @throws a usage error that names the first line which is not as `goldenText` writes it
 */
export function parseGolden(text: string, path: string): Golden {
    const [head = "", ...blocks] = text.replaceAll("\r\n", "\n").trimEnd().split("\n\n");
    let line = 1;
    const refuse = (what: string): never => {
        throw usageError({
            tried: `read the accepted plans in ${path}`,
            happened: `line ${line} ${what}`,
            remedy: "restore the file from git, or remove it and accept the plans anew with `pgassay plan --accept`",
        });
    };
    const single = new Map<string, string>();
    const pairs = { setting: new Map<string, string>(), index: new Map<string, string>() };
    for (const fact of head.split("\n")) {
        const [, key = "", value = ""] = /^([a-z]+): (.*)$/.exec(fact) ?? refuse(`is no fact: "${fact}"`);
        if (key === "setting" || key === "index") addPair(pairs[key], value, refuse);
        else if (singleKeys.has(key) && !single.has(key)) single.set(key, value);
        else refuse(`says "${key}", which is not expected there`);
        line++;
    }
    line--;
    const required = (key: string): string => single.get(key) ?? refuse(`ends a head that has no "${key}"`);
    const [query, statement] = [required("query"), required("statement")];
    const [server, dataset] = [required("server"), required("dataset")];
    line++;
    const cases: GoldenCase[] = [];
    const modelled: ModelledGolden[] = [];
    const evidence = new Map<string, string>();
    for (const block of blocks) {
        line++;
        const lines = block.split("\n");
        if (/^case .* modelled$/.test(lines[0] ?? "")) modelled.push(parseModelled(lines, cases, refuse));
        else if (block.startsWith("case ")) cases.push(parseCase(lines, refuse));
        else {
            for (const text of lines) {
                const [, value = ""] = /^evidence: (.*)$/.exec(text) ?? refuse(`begins no case: "${text}"`);
                addPair(evidence, value, refuse);
            }
        }
        line += lines.length;
    }
    return {
        query,
        reason: single.get("reason"),
        statement,
        server,
        dataset,
        settings: pairs.setting,
        indexes: pairs.index,
        evidence,
        cases,
        modelled,
    };
}

const singleKeys = new Set(["query", "reason", "statement", "server", "dataset"]);

function parseCase([title = "", ...lines]: readonly string[], refuse: Refuse): GoldenCase {
    const [, name = "", scale = ""] =
        /^case ([a-z][a-z0-9_]*) at scale ([0-9.e+]+)$/.exec(title) ?? refuse(`begins no case: "${title}"`);
    const args: string[] = [];
    let tree: string[] = [];
    const trees = [tree];
    const rows = new Map<string, string>();
    let buffers: number | undefined;
    for (const line of lines) {
        if (line.startsWith("    ")) {
            tree.push(line.slice(4));
            continue;
        }
        if (line === "or:") {
            tree = [];
            trees.push(tree);
            continue;
        }
        const [, key, value = ""] =
            /^([a-z]+): (.*)$/.exec(line) ?? refuse(`or one after it is no part of a case: "${line}"`);
        if (key === "argument") args.push(value);
        else if (key === "buffers") buffers = Number(value);
        else if (key === "rows") addPair(rows, value, refuse);
        else refuse(`or one after it says "${key}", which is not expected there`);
    }
    const [accepted = [], ...alternatives] = trees;
    if (trees.some((one) => one.length === 0)) refuse("begins a case without a plan");
    return {
        name,
        scale: Number(scale),
        arguments: args,
        tree: accepted,
        alternatives,
        buffers,
        rows: new Map([...rows].map(([table, count]) => [table, Number(count)])),
    };
}

function addPair(pairs: Map<string, string>, text: string, refuse: Refuse): void {
    const at = text.indexOf(" = ");
    if (at === -1) refuse(`lacks an equals sign: "${text}"`);
    pairs.set(text.slice(0, at), text.slice(at + 3));
}
