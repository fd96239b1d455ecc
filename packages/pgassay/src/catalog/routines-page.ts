import { shownName } from "../core/shown-name.ts";
import type { Routine } from "./catalog.ts";
import { code, markdownTable, prose, section } from "./markdown.ts";

/** The page of functions and procedures. */
export function routinesText(all: readonly Routine[]): string[] {
    const triggers = all.filter(({ result }) => result === "trigger" || result === "event_trigger");
    const procedures = all.filter(({ kind }) => kind === "procedure");
    const functions = all.filter((routine) => !triggers.includes(routine) && !procedures.includes(routine));
    return [
        "# Functions and procedures",
        ...section("Procedures", procedures, list),
        ...section("Functions", functions, list),
        ...section("Functions of triggers", triggers, list),
    ];
}

function list(routines: readonly Routine[]): string {
    return markdownTable(
        ["name", "returns", "runs as", "may be called by", "does"],
        routines.map((routine) => [
            code(`${shownName(routine)}(${routine.arguments})`),
            routine.result === null || routine.result === "trigger" ? "" : code(routine.result),
            routine.runsAsOwner ? "its owner" : "",
            routine.callers.map(code).join(", "),
            prose(routine.comment),
        ]),
    );
}
