import { isBracket, isKeyword, splitAt, textOf } from "../bracket-tree.ts";
import type { Part } from "../bracket-tree.ts";
import { alterTable, mutatedPart, plain, sqlName } from "../names.ts";
import type { Mutated, Operator } from "../operator.ts";
import { eachOf } from "../schema.ts";
import type { Schema, Table, Trigger } from "../schema.ts";
import { clauseAt, spliced, statementParts } from "../statement-parts.ts";

interface TriggerOf {
    readonly table: Table;
    readonly member: Trigger;
}

/** Those that fire: a disabled one promises nothing. */
function triggersOf(schema: Schema): TriggerOf[] {
    return eachOf(schema, ({ triggers }) => triggers.filter(({ isEnabled }) => isEnabled));
}

function mutated(schema: Schema, of: TriggerOf): Mutated {
    return mutatedPart(schema, "trigger", of, [of.member.function]);
}

function drop({ table, member }: TriggerOf): string {
    return `drop trigger ${plain(member.name)} on ${sqlName(table)}`;
}

/** Where the events of a trigger stand in its definition: behind the timing, before ON. */
function eventsOf(parts: readonly Part[]): { readonly at: number; readonly events: readonly (readonly Part[])[] } {
    const timing = parts.findIndex((part) => isKeyword(part, "before", "after") || isInsteadOf(part));
    const at = isInsteadOf(parts[timing]) ? timing + 2 : timing + 1;
    const events = splitAt(parts.slice(at, clauseAt(parts, "on")), (part) => isKeyword(part, "or"));
    return { at, events };
}

function isInsteadOf(part: Part | undefined): boolean {
    return isKeyword(part, "instead");
}

function withEvents({ member }: TriggerOf, events: readonly string[]): string {
    const parts = statementParts(member.definition);
    const { at } = eventsOf(parts);
    return spliced(parts, at, clauseAt(parts, "on") - at, events.join(" OR "));
}

/** Where the WHEN of a trigger stands; -1 if it has none. */
function conditionAt(parts: readonly Part[]): number {
    return parts.findIndex((part, i) => isKeyword(part, "when") && isBracket(parts[i + 1]));
}

export const triggerOperators: readonly Operator[] = [
    {
        name: "trigger-drop",
        class: "trigger",
        does: "drops a trigger",
        derive: (schema) =>
            triggersOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the trigger ${of.member.name} is gone`,
                sql: [drop(of)],
            })),
    },
    {
        name: "trigger-disable",
        class: "trigger",
        does: "switches a trigger off",
        derive: (schema) =>
            triggersOf(schema)
                .filter(({ table }) => table.kind === "table")
                .map((of) => ({
                    ...mutated(schema, of),
                    description: `${of.table.name}: the trigger ${of.member.name} does not fire`,
                    sql: [alterTable(of.table, `disable trigger ${plain(of.member.name)}`)],
                })),
    },
    {
        name: "trigger-event-drop",
        class: "trigger",
        does: "lets a trigger of several events miss one of them",
        derive: (schema) =>
            triggersOf(schema).flatMap((of) => {
                const events = eventsOf(statementParts(of.member.definition)).events.map((event) => textOf(...event));
                if (events.length < 2) return [];
                return events.map((event) => ({
                    ...mutated(schema, of),
                    variant: event,
                    description: `${of.table.name}: ${of.member.name} does not fire on ${event.toLowerCase()}`,
                    sql: [
                        drop(of),
                        withEvents(
                            of,
                            events.filter((each) => each !== event),
                        ),
                    ],
                }));
            }),
    },
    {
        name: "trigger-columns-drop",
        class: "trigger",
        does: "fires a trigger on each update that was to fire when certain columns are set",
        derive: (schema) =>
            triggersOf(schema).flatMap((of) => {
                const { events } = eventsOf(statementParts(of.member.definition));
                if (!events.some((event) => event.length > 1)) return [];
                return [
                    {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} fires on every update`,
                        sql: [
                            drop(of),
                            withEvents(
                                of,
                                events.map((event) => textOf(...event.slice(0, 1))),
                            ),
                        ],
                    },
                ];
            }),
    },
    {
        name: "trigger-timing",
        class: "trigger",
        does: "fires a trigger after instead of before its event, or before instead of after",
        derive: (schema) =>
            triggersOf(schema)
                .filter(({ member }) => !member.isConstraint && !member.hasTransitionTables)
                .filter(({ member }) => member.timing !== "instead of")
                .map((of) => {
                    const parts = statementParts(of.member.definition);
                    const other = of.member.timing === "before" ? "AFTER" : "BEFORE";
                    return {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} fires ${other.toLowerCase()} and not ${of.member.timing} its event`,
                        sql: [drop(of), spliced(parts, clauseAt(parts, of.member.timing), 1, other)],
                    };
                }),
    },
    {
        name: "trigger-level",
        class: "trigger",
        does: "fires a trigger once a statement instead of once a row, or once a row; not if that is impossible",
        derive: (schema) =>
            triggersOf(schema)
                .filter(({ member }) => !member.isConstraint && member.timing !== "instead of")
                .filter(({ member }) => {
                    const parts = statementParts(member.definition);
                    return conditionAt(parts) < 0 && clauseAt(parts, "truncate") < 0;
                })
                .map((of) => {
                    const parts = statementParts(of.member.definition);
                    const other = of.member.level === "row" ? "STATEMENT" : "ROW";
                    return {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} fires for each ${other.toLowerCase()}`,
                        sql: [drop(of), spliced(parts, clauseAt(parts, "each") + 1, 1, other)],
                    };
                }),
    },
    {
        name: "trigger-when-drop",
        class: "trigger",
        does: "drops the condition of a trigger",
        derive: (schema) =>
            triggersOf(schema).flatMap((of) => {
                const parts = statementParts(of.member.definition);
                const at = conditionAt(parts);
                if (at < 0) return [];
                return [
                    {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} fires under every condition`,
                        sql: [drop(of), spliced(parts, at, 2)],
                    },
                ];
            }),
    },
    {
        name: "trigger-deferred",
        class: "trigger",
        does: "fires a deferrable constraint trigger at commit instead of at once, or at once instead of at commit",
        derive: (schema) =>
            triggersOf(schema)
                .filter(({ member }) => member.isConstraint && member.isDeferrable)
                .map((of) => {
                    const parts = statementParts(of.member.definition);
                    const at = clauseAt(parts, "initially");
                    const other = of.member.isDeferred ? "IMMEDIATE" : "DEFERRED";
                    return {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} fires ${of.member.isDeferred ? "at once" : "at commit"}`,
                        sql: [drop(of), spliced(parts, at + 1, 1, other)],
                    };
                }),
    },
];
