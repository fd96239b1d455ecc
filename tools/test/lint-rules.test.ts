import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const { resolve: resolvePackage } = createRequire(import.meta.url);
const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What a rule is for: a file that breaks it, and a neighbour that does nearly the same and is fine. */
interface Case {
    readonly rule: string;
    /** A part of what oxlint says, where the message is ours. */
    readonly reason?: string;
    readonly red: File;
    readonly green: File;
}

interface File {
    readonly path: string;
    readonly text: string;
}

const src = "packages/pgassay/src";

function file(path: string, text: string): File {
    return { path, text: `${text}\n` };
}

/** A file that imports a value. */
function importing(path: string, specifier: string): File {
    return file(path, `export { a } from "${specifier}";`);
}

const layers: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
    core: { may: [], mayNot: ["config", "files", "server", "report", "migrate", "plan", "mutate", "measure", "cli"] },
    config: { may: ["core"], mayNot: ["files", "server", "report", "data", "measure", "cli"] },
    files: { may: ["core"], mayNot: ["config", "server", "report", "migrate", "measure", "cli"] },
    server: { may: ["core", "files"], mayNot: ["config", "report", "migrate", "measure", "cli"] },
    report: { may: ["core"], mayNot: ["config", "files", "server", "pgtap", "mutate", "cli"] },
    migrate: { may: ["core", "files", "server", "report"], mayNot: ["config", "pgtap", "plan", "measure", "cli"] },
    catalog: { may: ["core", "files", "server", "report"], mayNot: ["config", "migrate", "lint", "mutate", "cli"] },
    pgtap: { may: ["core", "files", "server", "report"], mayNot: ["config", "migrate", "plan", "measure", "cli"] },
    lint: { may: ["core", "files", "server", "report"], mayNot: ["config", "catalog", "plan", "measure", "cli"] },
    data: {
        may: ["core", "files", "server", "report"],
        mayNot: ["config", "plan", "migrate", "measure", "autofill", "cli"],
    },
    plan: { may: ["core", "files", "server", "report"], mayNot: ["config", "data", "catalog", "measure", "cli"] },
    statistics: { may: ["core", "files", "server", "report"], mayNot: ["config", "data", "plan", "measure", "cli"] },
    mutate: { may: ["core", "server", "pgtap", "catalog"], mayNot: ["config", "measure", "cli"] },
    measure: { may: ["core", "server", "report", "plan"], mayNot: ["config", "mutate", "autofill", "cli"] },
    autofill: { may: ["core", "server", "report", "data"], mayNot: ["config", "mutate", "measure", "cli"] },
    cli: { may: ["core", "config", "server", "report", "data", "plan", "mutate", "measure", "autofill"], mayNot: [] },
};

const cases: Readonly<Record<string, Case>> = {
    "a promise that nobody awaits": {
        rule: "typescript(no-floating-promises)",
        red: file(`${src}/server/floating-red.ts`, "export function a(b: () => Promise<void>): void {\n    b();\n}"),
        green: file(
            `${src}/server/floating-green.ts`,
            "export async function a(b: () => Promise<void>): Promise<void> {\n    await b();\n}",
        ),
    },
    "a promise where a truth value is asked for": {
        rule: "typescript(no-misused-promises)",
        red: file(
            `${src}/server/misused-red.ts`,
            "export function a(b: () => Promise<boolean>): number {\n    return b() ? 1 : 2;\n}",
        ),
        green: file(
            `${src}/server/misused-green.ts`,
            "export async function a(b: () => Promise<boolean>): Promise<number> {\n    return (await b()) ? 1 : 2;\n}",
        ),
    },
    "await on what is no promise": {
        rule: "typescript(await-thenable)",
        red: file(
            `${src}/server/thenable-red.ts`,
            "export async function a(b: () => number): Promise<number> {\n    return await b();\n}",
        ),
        green: file(
            `${src}/server/thenable-green.ts`,
            "export async function a(b: () => Promise<number>): Promise<number> {\n    return await b();\n}",
        ),
    },
    any: {
        rule: "typescript(no-explicit-any)",
        red: file(`${src}/server/any-red.ts`, "export const a = (b: any): string => String(b);"),
        green: file(`${src}/server/any-green.ts`, "export const a = (b: unknown): string => String(b);"),
    },
    "a cycle of imports": {
        rule: "import(no-cycle)",
        red: file(
            `${src}/server/cycle-red.ts`,
            'import { b } from "./cycle-red-back.ts";\nexport const a = (): number => b();',
        ),
        green: file(
            `${src}/server/cycle-green.ts`,
            'import { b } from "./cycle-green-on.ts";\nexport const a = (): number => b();',
        ),
    },
    "a default export": {
        rule: "import(no-default-export)",
        red: file(`${src}/server/default-red.ts`, "export default 1;"),
        green: file("packages/pgassay/default-green.config.ts", "export default 1;"),
    },
    "a file of more than 400 lines": {
        rule: "eslint(max-lines)",
        red: file(`${src}/server/long-red.ts`, `${"\n".repeat(400)}export const a = 1;`),
        green: file(`${src}/server/long-green.ts`, `${"\n".repeat(399)}export const a = 1;`),
    },
    "process.exit": {
        rule: "eslint(no-restricted-properties)",
        reason: "Only cli/main.ts may exit",
        red: file(`${src}/cli/exit-red.ts`, "export function a(): void {\n    process.exit(1);\n}"),
        green: file(`${src}/cli/main.ts`, "export function a(): void {\n    process.exit(1);\n}"),
    },
    "a skipped test": {
        rule: "vitest(no-disabled-tests)",
        red: file(
            "packages/pgassay/test/skipped-red.test.ts",
            'import { test } from "vitest";\ntest.skip("a", () => {});',
        ),
        green: file(
            "packages/pgassay/test/skipped-green.test.ts",
            'import { test } from "vitest";\ntest("a", () => {});',
        ),
    },
    "a test that stops all others": {
        rule: "vitest(no-focused-tests)",
        red: file(
            "packages/pgassay/test/focused-red.test.ts",
            'import { test } from "vitest";\ntest.only("a", () => {});',
        ),
        green: file(
            "packages/pgassay/test/focused-green.test.ts",
            'import { test } from "vitest";\ntest("a", () => {});',
        ),
    },
    "an exception that nothing needs": {
        rule: "",
        reason: "Unused oxlint-disable directive",
        red: file(`${src}/server/exception-red.ts`, "// oxlint-disable-next-line no-debugger\nexport const a = 1;"),
        green: file(
            `${src}/server/exception-green.ts`,
            "// oxlint-disable-next-line no-debugger -- shown\ndebugger;\nexport const a = 1;",
        ),
    },
    "a path into another package": {
        rule: "eslint(no-restricted-imports)",
        reason: "Import another package by its name",
        red: importing("packages/fixtures/src/path-red.ts", "../../pgassay/src/core/a.ts"),
        green: importing("packages/fixtures/src/path-green.ts", "pgassay/data"),
    },
    "pgassay knowing our schema": {
        rule: "eslint(no-restricted-imports)",
        reason: "pgassay works on any schema",
        red: importing("packages/pgassay/test/subject-red.ts", "@bduf/fixtures"),
        green: importing("packages/fixtures/test/subject-green.ts", "@bduf/fixtures"),
    },
    "core reading files": {
        rule: "eslint(no-restricted-imports)",
        reason: "core is pure",
        red: file(`${src}/core/pure-red.ts`, 'export { readFile as a } from "node:fs/promises";'),
        green: file(`${src}/server/pure-green.ts`, 'export { readFile as a } from "node:fs/promises";'),
    },
    "the page of the report knowing a server": {
        rule: "eslint(no-restricted-imports)",
        reason: "The page runs in a browser",
        red: importing("packages/pgassay/page/src/server-red.ts", "../../src/server/client.ts"),
        green: importing("packages/pgassay/page/src/data-green.ts", "../../src/report/html/report-data.ts"),
    },
    "report talking to a database": {
        rule: "eslint(no-restricted-imports)",
        reason: "report renders run records",
        red: file(`${src}/report/pg-red.ts`, 'export { Client as a } from "pg";'),
        green: file(`${src}/server/pg-green.ts`, 'export { Client as a } from "pg";'),
    },
    "config running the code of others": {
        rule: "eslint(no-restricted-imports)",
        reason: "runs none of their code",
        red: importing(`${src}/config/types-red.ts`, "../data/a.ts"),
        green: file(`${src}/config/types-green.ts`, 'export type { A } from "../data/a.ts";'),
    },
    ...Object.fromEntries(
        Object.entries(layers).flatMap(([folder, { may, mayNot }]) =>
            mayNot.map((other): [string, Case] => [
                `${folder} importing ${other}`,
                {
                    rule: "eslint(no-restricted-imports)",
                    red: importing(`${src}/${folder}/below/imports-${other}.ts`, `../../${other}/a.ts`),
                    green: importing(
                        `${src}/${folder}/below/imports-itself.ts`,
                        `../${may.length > 0 ? `../${may[0]}/` : ""}a.ts`,
                    ),
                },
            ]),
        ),
    ),
};

/** Every import that is allowed; a rule that is too wide makes one of them red. */
const allowed = Object.entries(layers).flatMap(([folder, { may }]) =>
    may.map((other) => importing(`${src}/${folder}/may-import-${other}.ts`, `../${other}/a.ts`)),
);

const bystanders = [
    file(`${src}/server/cycle-red-back.ts`, 'import { a } from "./cycle-red.ts";\nexport const b = (): number => a();'),
    file(`${src}/server/cycle-green-on.ts`, "export const b = (): number => 1;"),
    ...Object.keys(layers).map((folder) =>
        file(`${src}/${folder}/a.ts`, "export const a = 1;\nexport type A = number;"),
    ),
];

interface Diagnostic {
    readonly code?: string;
    readonly message: string;
    readonly help?: string;
    readonly filename: string;
}

let root: string;
let diagnostics: readonly Diagnostic[];

// One run over all cases: starting the linter takes longer than linting.
beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "lint-rules-"));
    await copyFile(join(repository, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
    await writeFile(
        join(root, "tsconfig.json"),
        JSON.stringify({ extends: join(repository, "tsconfig.base.json"), compilerOptions: { types: [] } }),
    );
    const files = [...Object.values(cases).flatMap(({ red, green }) => [red, green]), ...allowed, ...bystanders];
    for (const { path, text } of files) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
    }
    diagnostics = await lint();
});

afterAll(async () => rm(root, { recursive: true }));

async function lint(): Promise<readonly Diagnostic[]> {
    const output = await new Promise<string>((resolve, reject) => {
        const oxlint = join(dirname(resolvePackage("oxlint/package.json")), "bin/oxlint");
        // Otherwise it is looked for below the directory that is linted.
        const env = { ...process.env, OXLINT_TSGOLINT_PATH: resolvePackage("oxlint-tsgolint/bin/tsgolint.js") };
        execFile(process.execPath, [oxlint, "--format", "json"], { cwd: root, env }, (error, stdout, stderr) => {
            // Exit code 1 is the point of it.
            if (error && stdout === "") reject(new Error(stderr, { cause: error }));
            else resolve(stdout);
        });
    });
    return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
}

function saidOf({ path }: File): string[] {
    return diagnostics
        .filter(({ filename }) => filename === path)
        .map(({ code = "", message, help = "" }) => `${code} ${message} ${help}`.trim());
}

describe("a violation is found, and its innocent neighbour is not", () => {
    test.each(Object.entries(cases))("%s", (_name, { rule, reason = "", red, green }) => {
        expect(saidOf(red)).toEqual([expect.stringContaining(rule)]);
        expect(saidOf(red)).toEqual([expect.stringContaining(reason)]);
        expect(saidOf(green)).toEqual([]);
    });
});

test.each(allowed)("$path", (neighbour) => {
    expect(saidOf(neighbour)).toEqual([]);
});
