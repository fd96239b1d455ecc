/** What is said of a verb before its code is loaded. */
export interface About {
    /** What may follow the verb besides flags: `[files]`; empty for nothing. */
    readonly operands: string;
    /** One line, in the present tense: what it does. */
    readonly summary: string;
}

/** Every verb, in the order in which a newcomer meets them: what may follow it besides flags, and what it does. */
const list = {
    migrate: {
        operands: "up|down|status|dump|verify",
        summary: "run the dbmate migrations, dump the schema they make, and verify both",
    },
    lint: {
        operands: "",
        summary: "look for mistakes in the migrations, with squawk and for dbmate, and in the schema they make",
    },
    docs: { operands: "", summary: "describe the migrated schema: a page a table, and a diagram of all" },
    test: { operands: "[files or directories]", summary: "run the pgTAP files, each in a database as good as new" },
    mutate: {
        operands: "[tables]",
        summary: "break the schema in every way it can be broken, and count which defects the tests notice",
    },
    seed: { operands: "", summary: "fill the tables of a migrated database with a dataset" },
    stats: {
        operands: "capture|check|compare|perturb",
        summary: "capture what the planner knows about the dataset, to plan at other sizes from it",
    },
    plan: {
        operands: "[areas or queries]",
        summary: "plan and execute every query, and hold plans and buffers against headers and accepted plans",
    },
    indexes: {
        operands: "",
        summary: "tell what every index is for and what it costs, by taking it away and planning again",
    },
    bench: {
        operands: "[areas or queries]",
        summary: "plan every query and time it, hold it against budgets and targets, and write a run record",
    },
    history: {
        operands: "",
        summary:
            "show how the times of each query went over the nights, and which change the last one brought to light",
    },
    stress: {
        operands: "[areas or queries]",
        summary: "put a service over the queries under load, check every answer, and find where it saturates",
    },
    compare: {
        operands: "BASE [HEAD]",
        summary: "compare the plans, the work and the times of two checkouts, or two run records",
    },
    report: {
        operands: "RECORD...",
        summary: "make one HTML page of run records and of what other verbs printed as JSON, to be opened anywhere",
    },
} as const satisfies Record<string, About>;

export type Verb = keyof typeof list;

export const verbs = Object.keys(list) as Verb[];

export function isVerb(name: string): name is Verb {
    return Object.hasOwn(list, name);
}

export function about(verb: Verb): About {
    return list[verb];
}
