import { describe, expect, it } from "vitest";
import { splitStatements } from "../../src/pgtap/statements.ts";

describe("splitStatements", () => {
    it("says on which line each statement begins", async () => {
        const sql = "-- about\nselect 1;\n\n/* more\n   about */ select 'ü;';\nselect\n    3";
        expect(await splitStatements(sql)).toEqual([
            { text: "select 1", line: 2 },
            { text: "select 'ü;'", line: 5 },
            { text: "select\n    3", line: 6 },
        ]);
    });

    it("finds no statement in comments alone", async () => {
        expect(await splitStatements("-- nothing\n/* here */\n")).toEqual([]);
    });

    it("names the line of a syntax error", async () => {
        expect(await splitStatements("select 1;\nselec 2;\n")).toEqual({
            line: 2,
            message: 'syntax error at or near "selec"',
        });
    });

    it("knows a backslash command of psql when it sees one", async () => {
        expect(await splitStatements("select 1;\n\\set x 1\n")).toMatchObject({
            line: 2,
            message: expect.stringContaining("psql only") as string,
        });
    });
});
