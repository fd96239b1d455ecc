import { describe, expect, test } from "vitest";
import { changeOfMeaning } from "../../src/sql-format/guard.ts";

describe("what is only looks", () => {
    test.each([
        ["spaces and lines", "select a,b from t", "select\n    a,\n    b\nfrom t;\n"],
        ["case outside quotes", "SELECT Now() FROM T", "select now() from t"],
        [
            "places in lists, which the tree records",
            "select a where b in ('x','y')",
            "select a where b in (  'x', 'y')",
        ],
        ["a parameter's surroundings", "select a where b=:user", "select a where b = :user"],
        [
            "the layout of an SQL function's body",
            "create function f() returns int language sql as $$SELECT 1$$",
            "create function f() returns int language sql as $$\n    select 1;\n$$",
        ],
    ])("%s", async (_name, before, after) => {
        expect(await changeOfMeaning(before, after)).toBeUndefined();
    });
});

describe("what is more", () => {
    test.each([
        ["a comment lost", "-- migrate:up\nselect 1", "select 1", "a comment would be lost, changed or moved"],
        [
            "a comment on the other side of a statement",
            "select 1;\n-- migrate:down\nselect 2",
            "select 1;\nselect 2;\n-- migrate:down",
            "a comment would be lost, changed or moved",
        ],
        ["another parameter", "select :user", "select :users", "a parameter would be lost or changed"],
        ["a parameter made a constant", "select :user", "select $1", "a parameter would be lost or changed"],
        ["another literal", "select 'A'", "select 'a'", "a statement would mean something else"],
        ["a quoted name folded", 'select "A" from t', "select a from t", "a statement would mean something else"],
        ["another operator", "select a < b", "select a > b", "a statement would mean something else"],
        ["a statement lost", "select 1; select 2", "select 1", "a statement would mean something else"],
        ["what does not parse", "select 1", "select from where", "PostgreSQL would refuse the result"],
        [
            "another statement in an SQL function's body",
            "create function f() returns int language sql as $$select 1$$",
            "create function f() returns int language sql as $$select 2$$",
            "a statement would mean something else",
        ],
        [
            "a comment lost from an SQL function's body",
            "create function f() returns int language sql as $$-- why\nselect 1$$",
            "create function f() returns int language sql as $$select 1$$",
            "a statement would mean something else",
        ],
        [
            "another word in a body that is no SQL",
            "do $$begin null; end$$",
            "do $$begin NULL; end$$",
            "a statement would mean something else",
        ],
    ])("%s", async (_name, before, after, change) => {
        expect(await changeOfMeaning(before, after)).toBe(change);
    });
});
