import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { environmentError, messageOf } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { migrationSection } from "../core/migration-file.ts";
import type { MigrationFile } from "../core/migration-file.ts";

const require = createRequire(import.meta.url);

/**
 * What dbmate makes pointless: a concurrent build that failed leaves an invalid index, which `if not exists` would
 * take for the real one; and what must not stand in a transaction has a rule of ours, which looks at all statements of
 * that kind and at both halves of a file.
 */
const replacedRules = ["prefer-robust-stmts", "ban-concurrent-index-creation-in-transaction"];

const reportShape = z.array(
    z.object({
        file: z.string(),
        // Both count from 0.
        line: z.number(),
        column: z.number(),
        line_end: z.number(),
        column_end: z.number(),
        message: z.string(),
        help: z.string().nullable(),
        rule_name: z.string(),
    }),
);
type Complaint = z.output<typeof reportShape>[number];

/**
 * Runs squawk on the up halves of migrations, each as dbmate would run it: in one transaction, or in the implicit one
 * of a `transaction:false` section. Down halves undo what was just done, which is what squawk warns of.
 *
 * @param serverVersion of the PostgreSQL that the migrations are for: `18.4`
 * @returns findings with squawk's rules as codes, `squawk-adding-not-nullable-field`
 * @throws an environment error when there is no squawk for this platform or it cannot be run
 */
export async function squawk(files: readonly MigrationFile[], serverVersion: string): Promise<Finding[]> {
    // It reads files. They have a directory of their own, so that no .squawk.toml changes what it looks for.
    const directory = await mkdtemp(join(tmpdir(), "pgassay-squawk-"));
    try {
        const findings: Finding[] = [];
        for (const isTransactional of [true, false]) {
            const texts = new Map(
                files.flatMap((file) => {
                    const text = textForSquawk(file, isTransactional);
                    return text === undefined ? [] : [[file.name, text] as const];
                }),
            );
            if (texts.size === 0) continue;
            const place = join(directory, isTransactional ? "transaction" : "none");
            await mkdir(place);
            for (const [name, text] of texts) await writeFile(join(place, name), text);
            const options = [
                "--reporter=json",
                `--pg-version=${serverVersion}`,
                `--exclude=${replacedRules.join(",")}`,
                ...(isTransactional ? [] : ["--assume-in-transaction"]),
            ];
            const complaints = await runSquawk(place, [...options, ...texts.keys()]);
            findings.push(...complaints.filter((one) => !isVirtualColumn(one, texts)).map(findingOf));
        }
        return findings;
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

/**
 * The up half of a file on the lines where the file has it, so that lines need no translation. The line that begins
 * the section begins the transaction.
 */
function textForSquawk(file: MigrationFile, isTransactional: boolean): string | undefined {
    const up = migrationSection(file, "up");
    if (up === undefined || up.isTransactional !== isTransactional) return undefined;
    const above = "\n".repeat(up.line - 1);
    return isTransactional ? `${above}begin;${up.sql}\ncommit;\n` : above + up.sql;
}

async function runSquawk(directory: string, args: readonly string[]): Promise<Complaint[]> {
    const { getBinaryPath } = require("squawk-cli/js/index.js") as { getBinaryPath: () => string };
    let binary: string;
    try {
        binary = getBinaryPath();
    } catch (cause) {
        throw environmentError(
            {
                tried: "find squawk",
                happened: `npm has installed none for ${process.platform}-${process.arch}: ${messageOf(cause)}`,
                remedy: "install without --omit=optional, on a platform that the npm package squawk-cli has a binary for",
            },
            cause,
        );
    }
    const { stdout, stderr, failure } = await new Promise<{ stdout: string; stderr: string; failure: Error | null }>(
        (settle) => {
            const options = { cwd: directory, maxBuffer: 64 * 1024 * 1024 };
            execFile(binary, args, options, (error, out, err) => settle({ stdout: out, stderr: err, failure: error }));
        },
    );
    try {
        // It exits with 1 when it has something to say, too.
        return reportShape.parse(JSON.parse(stdout.trim() === "" && failure === null ? "[]" : stdout));
    } catch (cause) {
        throw environmentError(
            {
                tried: "lint the migrations with squawk",
                happened: stderr.trim() || messageOf(failure ?? cause),
                remedy: "check that the binary in node_modules/@squawk-cli may be executed",
            },
            cause,
        );
    }
}

/** squawk takes every generated column for a stored one; adding a virtual one rewrites nothing. */
function isVirtualColumn(complaint: Complaint, texts: ReadonlyMap<string, string>): boolean {
    if (complaint.rule_name !== "adding-field-with-default") return false;
    const lines = (texts.get(complaint.file) ?? "").split("\n").slice(complaint.line, complaint.line_end + 1);
    const last = lines.at(-1)?.slice(0, complaint.column_end) ?? "";
    return /\bvirtual\s*$/i.test(last);
}

function findingOf({ file, line, message, help, rule_name: rule }: Complaint): Finding {
    return {
        code: `squawk-${rule}`,
        severity: "error",
        subject: `${file}:${line + 1}`,
        message,
        detail: [...(help === null ? [] : [help]), `https://squawkhq.com/docs/${rule}`].join("\n"),
    };
}
