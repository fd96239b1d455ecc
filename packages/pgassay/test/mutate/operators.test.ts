import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { operators } from "../../src/mutate/operators/all-operators.ts";

const page = fileURLToPath(new URL("../../../../docs/mutation-operators.md", import.meta.url));

const preface = `# Mutation operators

What \`pgassay mutate\` does to a schema. Each operator makes one mutant of everything it can be applied to, with a line
of pgTAP that would notice. The first word of a mutant's name is its operator. This page is written by a test from what
the operators say of themselves: run it with \`-u\` after a change.
`;

it("are listed in docs/mutation-operators.md", async () => {
    const classes = [...new Set(operators.map((operator) => operator.class))];
    const sections = classes.map((name) => {
        const rows = operators.filter((operator) => operator.class === name);
        return `\n## ${name}\n\n${table([["operator", "does"], ...rows.map((row) => [`\`${row.name}\``, row.does])])}`;
    });
    await expect(preface + sections.join("")).toMatchFileSnapshot(page);
});

it("have names of their own, in kebab case", () => {
    const names = operators.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual([]);
});

/** A Markdown table with its columns aligned, as the formatter wants it. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
    const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |\n`;
    return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("");
}
