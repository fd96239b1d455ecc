import { quoteName } from "../../core/quote.ts";
import type { CauseKind } from "../../core/comparison.ts";
import type { Candidate } from "./candidates.ts";
import { subjectOfEvidence } from "./facts.ts";
import { splitName } from "./levers.ts";

/** What is declared of an object, before and now, in the words that declare it; undefined where nothing is. */
interface Declared {
    readonly was: string | undefined;
    readonly is: string | undefined;
}

/** How a sort of declaration is told, and undone. */
interface Sort {
    readonly kind: CauseKind;
    /** SQL that declares it as it was; empty where that cannot be. */
    readonly undo: (declared: Declared, about: string) => readonly string[];
    /** What is stored stays as it is, or is sampled anew: no plan is sure to come back. */
    readonly inPart?: true;
}

const sorts: Readonly<Record<string, Sort>> = {
    options: {
        kind: "schema",
        undo: (declared, about) => [`alter table ${tableOf(about)} ${settings(declared).join(", ")}`],
        inPart: true,
    },
    sampling: {
        kind: "schema",
        undo: ({ was, is }, about) => {
            const actions = [...(is === undefined ? [] : [withoutSampling(is)]), ...(was === undefined ? [] : [was])];
            return [`alter table ${tableOf(about)} ${actions.join(", ")}`, `analyze ${tableOf(about)}`];
        },
        inPart: true,
    },
    statistics: {
        kind: "schema",
        undo: ({ was, is }, about) => [
            ...(is === undefined ? [] : [`drop statistics ${objectOf(about)}`]),
            ...(was === undefined ? [] : [...was.split(/; (?=alter statistics )/), `analyze ${tableOf(about)}`]),
        ],
    },
    tablespace: {
        kind: "setting",
        undo: (declared, about) =>
            settings(declared).map((setting) => `alter tablespace ${objectOf(about)} ${setting}`),
    },
    declaration: {
        kind: "schema",
        undo: ({ was }, about) =>
            was === undefined ? [] : [`alter function ${subjectOfEvidence(about)} ${was.replaceAll(", ", " ")}`],
    },
};

/** The cause that something is declared otherwise, if the evidence is of what can be declared again. */
export function declarationCandidate(about: string, declared: Declared): Candidate | undefined {
    const sort = sorts[about.split(" ", 1)[0] ?? ""];
    if (sort === undefined) return undefined;
    const undo = sort.undo(declared, about);
    return {
        kind: sort.kind,
        what: inWords(about, declared),
        ...(undo.length > 0 && { undo, ...(sort.inPart && { inPart: true }) }),
    };
}

/** `public."Sale"` of `sampling of public.Sale`. */
function tableOf(about: string): string {
    return quoteName(...splitName(subjectOfEvidence(about)));
}

/** `public.sale_pair` of `statistics public.sale_pair of public.sale`; its name is quoted where it must be. */
function objectOf(about: string): string {
    return about.replace(/^\w+ (.*?) of .*$/, "$1");
}

/** `reset (a)` for what is declared now, then `set (b=1)` for what was. */
function settings({ was, is }: Declared): string[] {
    return [
        ...(is === undefined ? [] : [`reset (${is.replaceAll(/=[^,]*/g, "")})`]),
        ...(was === undefined ? [] : [`set (${was})`]),
    ];
}

/** The actions that make columns be sampled as any other. */
function withoutSampling(actions: string): string {
    return actions
        .replaceAll(/ set statistics \d+/g, " set statistics -1")
        .replaceAll(/ set \(([^)]*)\)/g, (_, options: string) => ` reset (${options.replaceAll(/=[^,]*/g, "")})`);
}

/** What differs, without what both say. */
function inWords(about: string, { was, is }: Declared): string {
    const [sort] = about.split(" ", 1);
    if (sort === "statistics") {
        return `${about} are ${is === undefined ? "gone" : was === undefined ? "new" : "declared otherwise"}`;
    }
    const [before, now] = [was, is].map((text) => text?.split(", ") ?? []);
    const told = (mine: readonly string[] = [], others: readonly string[] = []): string =>
        mine.filter((clause) => !others.includes(clause)).join(", ") || "as built in";
    const subject = sort === "declaration" ? `function ${subjectOfEvidence(about)}` : about;
    const [verb, past] = sort === "options" ? ["are", "were"] : ["is", "was"];
    return `${subject} ${verb} declared ${told(now, before)} and ${past} declared ${told(before, now)}`;
}
