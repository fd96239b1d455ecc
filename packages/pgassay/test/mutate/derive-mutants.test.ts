import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { deriveMutants } from "../../src/mutate/derive-mutants.ts";
import { operators } from "../../src/mutate/operators/all-operators.ts";
import { corpus, corpusCases, onSchemas, schemaSql, tryMutants, wrongSuggestions } from "./derived-corpus.ts";
import type { Trial } from "./derived-corpus.ts";

/** Mutants as they are kept in git: `+` will be run, `=` never, `x` cannot be planted. */
function golden(trials: readonly Trial[]): string {
    return trials
        .map(({ mutant: { id, description, sql, ineffective, planting, oracle }, stillborn }) =>
            [
                `${ineffective ? "=" : stillborn === undefined ? "+" : "x"} ${id}`,
                `    ${description}`,
                ...sql.map((statement) => `        ${statement.replaceAll("\n", "\n        ")};`),
                ...(ineffective ? [`    ${ineffective.kind}: ${ineffective.reason}`] : []),
                ...(stillborn === undefined ? [] : [`    refused with ${stillborn}`]),
                ...(planting === "clone" ? ["    in a clone"] : []),
                ...(oracle === "plan" ? ["    seen by plans"] : []),
            ]
                .join("\n")
                .concat("\n"),
        )
        .join("");
}

describe("the mutants of a schema", () => {
    const schemas = Object.fromEntries(corpusCases.map((name) => [name, schemaSql(name)]));
    let trials: Record<string, Trial[]>;
    let again: Record<string, string[]>;

    beforeAll(async () => {
        const results = await onSchemas(schemas, async (client) => ({
            trials: await tryMutants(client),
            again: (await deriveMutants(client)).map(({ id }) => id),
        }));
        trials = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, result.trials]));
        again = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, result.again]));
        // Some hundreds of mutants, each planted; a machine that has much else to do takes its time.
    }, 300_000);

    describe.each(corpusCases)("%s", (name) => {
        it("are these", async () => {
            await expect(golden(trials[name] ?? [])).toMatchFileSnapshot(join(corpus, name, "mutants.txt"));
        });

        it("have ids of their own, the same after all were planted and taken back", () => {
            const ids = (trials[name] ?? []).map(({ mutant }) => mutant.id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(again[name]).toEqual(ids);
        });

        it("come with a line of pgTAP that passes on the schema and fails on the mutant", () => {
            expect(wrongSuggestions(trials[name] ?? [])).toEqual([]);
        });
    });

    it("show every operator at work, on something that PostgreSQL lets it do", () => {
        const planted = Object.values(trials)
            .flat()
            .filter(({ stillborn }) => stillborn === undefined)
            .map(({ mutant }) => mutant.operator);
        expect(operators.map(({ name }) => name).filter((name) => !planted.includes(name))).toEqual([]);
    });
});
