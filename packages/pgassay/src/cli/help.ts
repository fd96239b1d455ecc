import { inLines } from "../report/in-lines.ts";
import type { Command } from "./command.ts";
import { about, verbs } from "./verbs.ts";

const leftWidth = 30;

/**
 * The help of the whole program.
 *
 * @param width columns of the terminal that it goes to, if it goes to one
 */
export function overview(width: number | undefined): string {
    const prose = (text: string): string => inLines(text, width, 0);
    return [
        prose("pgassay proves what a PostgreSQL schema promises, and keeps its plans honest as it changes and grows."),
        "",
        "usage: pgassay <verb> [options]",
        "",
        ...verbs.map((verb) => row(`${verb} ${about(verb).operands}`.trim(), about(verb).summary, width)),
        "",
        prose("`pgassay <verb> --help` lists a verb's options. Data goes to stdout, talk to stderr."),
        prose("Exit codes: 0 fine, 1 findings, 2 usage or configuration, 3 environment (no server, no binary);"),
        prose("130 after Ctrl-C and 143 after SIGTERM, which leave nothing behind."),
    ].join("\n");
}

/**
 * The help of one verb.
 *
 * @param width as above
 */
export function helpOf({ name, flags, notes }: Command, width: number | undefined): string {
    const { operands, summary } = about(name);
    const reflowed = width === undefined ? notes : notes.replaceAll("\n", " ");
    return [
        `usage: pgassay ${name} ${["[options]", operands].join(" ").trim()}`,
        "",
        inLines(`${summary[0]?.toUpperCase() ?? ""}${summary.slice(1)}.`, width, 0),
        "",
        ...Object.entries(flags).map(([flag, { short, value, help }]) =>
            row(`${short ? `-${short}, ` : ""}--${flag}${value ? ` ${value}` : ""}`, help, width),
        ),
        ...(notes === "" ? [] : ["", inLines(reflowed, width, 0)]),
    ].join("\n");
}

function row(left: string, right: string, width: number | undefined): string {
    const indent = " ".repeat(leftWidth);
    const text = inLines(indent + right, width, leftWidth).slice(leftWidth);
    return left.length < leftWidth - 2 ? `  ${left.padEnd(leftWidth - 2)}${text}` : `  ${left}\n${indent}${text}`;
}
