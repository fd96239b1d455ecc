import { relative, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { Finding } from "../core/finding.ts";
import { checkoutRoot } from "../files/checkout-root.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { readFindingPages } from "../report/finding-pages.ts";
import { renderFindingsJunit } from "../report/junit-findings.ts";
import { renderSarif } from "../report/sarif.ts";
import type { Context } from "./command.ts";
import { version } from "./version.ts";

/** Flags of every verb that has findings. */
export const findingFlags = {
    sarif: { type: "string", value: "FILE", help: "also write the findings as SARIF, for code scanning" },
    junit: { type: "string", value: "FILE", help: "also write the findings as JUnit XML" },
} as const;

/** What a verb found out. */
interface Found {
    readonly verb: string;
    readonly findings: readonly Finding[];
    /** What it looked at, as findings name it, where it looks at things one by one. */
    readonly looked?: readonly string[];
    /** Where the project is that the findings are about; undefined for findings about no project. */
    readonly config: Config | undefined;
}

/** Writes the findings into the files that the flags name. */
export async function writeFindingFiles(
    { verb, findings, looked = [], config }: Found,
    { sarif, junit }: { readonly sarif?: string; readonly junit?: string },
    { workingDirectory, environment }: Context,
): Promise<void> {
    if (junit !== undefined) {
        const text = renderFindingsJunit(verb, looked, findings);
        await writeWholeFile(resolve(workingDirectory, junit), text, "the JUnit report");
    }
    if (sarif !== undefined) {
        // Few runs write one, and none of the others need to read YAML.
        const { findingLocations } = await import("./finding-locations.ts");
        const root = config?.root ?? workingDirectory;
        // A workflow may have checked out two states below its workspace: the log is about one of them.
        const top = checkoutRoot(root) ?? environment["GITHUB_WORKSPACE"] ?? root;
        const locations = config ? await findingLocations(findings, config, top) : new Map<string, never>();
        const category = ["pgassay", verb, relative(top, root)].filter((part) => part !== "").join("/");
        const text = renderSarif(findings, { version, pages: await readFindingPages(), locations, category });
        await writeWholeFile(resolve(workingDirectory, sarif), text, "the SARIF log");
    }
}
