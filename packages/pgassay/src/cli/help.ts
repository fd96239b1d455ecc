import type { Command } from "./command.ts";

const width = 30;

/** The help of the whole program. */
export function overview(commands: readonly Command[]): string {
    return [
        "pgassay proves what a PostgreSQL schema promises, and keeps its plans honest as it changes and grows.",
        "",
        "usage: pgassay <verb> [options]",
        "",
        ...commands.map(({ name, operands, summary }) => row(`${name} ${operands}`.trim(), summary)),
        "",
        "`pgassay <verb> --help` lists a verb's options. Data goes to stdout, talk to stderr.",
        "Exit codes: 0 fine, 1 findings, 2 usage or configuration, 3 environment (no server, no binary).",
    ].join("\n");
}

/** The help of one verb. */
export function helpOf({ name, operands, summary, flags, notes }: Command): string {
    return [
        `usage: pgassay ${name} ${["[options]", operands].join(" ").trim()}`,
        "",
        `${summary[0]?.toUpperCase() ?? ""}${summary.slice(1)}.`,
        "",
        ...Object.entries(flags).map(([flag, { short, value, help }]) =>
            row(`${short ? `-${short}, ` : ""}--${flag}${value ? ` ${value}` : ""}`, help),
        ),
        ...(notes === "" ? [] : ["", notes]),
    ].join("\n");
}

function row(left: string, right: string): string {
    return left.length < width - 2 ? `  ${left.padEnd(width - 2)}${right}` : `  ${left}\n${" ".repeat(width)}${right}`;
}
