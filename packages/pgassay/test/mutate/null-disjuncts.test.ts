import { beforeAll, describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { isNullAnyway } from "../../src/mutate/null-disjuncts.ts";
import { withClient } from "../../src/server/client.ts";
import { withCloneOf } from "../../src/server/with-cluster.ts";
import { schemaOf } from "../server/recipes.ts";

beforeAll(loadSqlParser);

const equal: readonly (readonly [expression: string, left: string, disjunct: string])[] = [
    ["((x IS NULL) OR (x > y))", "((x > y))", "(x IS NULL)"],
    ["((x IS NULL) OR (y IS NULL) OR (x > y))", "((y IS NULL) OR (x > y))", "(x IS NULL)"],
    ["(((x IS NULL) OR ((x + 1) > 3)) AND (y > 0))", "((((x + 1) > 3)) AND (y > 0))", "(x IS NULL)"],
    ["((y >= x) OR ((x IS NULL) AND (y IS NULL)))", "((y >= x))", "((x IS NULL) AND (y IS NULL))"],
];

const unequal: readonly (readonly [expression: string, left: string, disjunct: string])[] = [
    ["((x IS NULL) OR (y > 0))", "((y > 0))", "(x IS NULL)"],
    ["((x IS NULL) OR ((x > 0) AND (y > 0)))", "(((x > 0) AND (y > 0)))", "(x IS NULL)"],
    ["((x IS NULL) OR (COALESCE(x, 0) > 0))", "((COALESCE(x, 0) > 0))", "(x IS NULL)"],
    ["((x IS NULL) OR (x IS NOT DISTINCT FROM 1))", "((x IS NOT DISTINCT FROM 1))", "(x IS NULL)"],
    ["(NOT ((x IS NULL) OR (x > 5)))", "(NOT ((x > 5)))", "(x IS NULL)"],
];

describe("a check without one of its tests for null", () => {
    it.each(equal)("%s is as good as %s", (expression, _, disjunct) => {
        expect(isNullAnyway(expression, disjunct)).toBe(true);
    });

    it.each(unequal)("%s is another than %s", (expression, _, disjunct) => {
        expect(isNullAnyway(expression, disjunct)).toBe(false);
    });

    it("is told right, as PostgreSQL has it for every small row", () =>
        withCloneOf({ recipe: schemaOf(""), progress: silent }, (clone) =>
            withClient(clone, async (client) => {
                for (const [whole, left] of [...equal, ...unequal]) {
                    const { rows } = await client.query<{ same: boolean }>(
                        `select bool_and(((${whole}) is not false) = ((${left}) is not false)) as same
                        from unnest(array[null, -1, 0, 1, 2, 9]) as x, unnest(array[null, -1, 0, 1, 2, 9]) as y`,
                    );
                    expect([whole, rows[0]?.same]).toEqual([whole, equal.some(([first]) => first === whole)]);
                }
            }),
        ));
});
