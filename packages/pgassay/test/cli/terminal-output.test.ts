import { describe, expect, it } from "vitest";
import { terminalOutput } from "../../src/cli/terminal-output.ts";

/** Both streams of a process, and all that is written to either, in its order. */
function collected(how: { readonly isTTY: boolean; readonly columns: number }): {
    streams: [stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream];
    written: () => string;
} {
    let text = "";
    const stream = { ...how, write: (more: string) => (text += more) !== "" } as unknown as NodeJS.WriteStream;
    return { streams: [stream, stream], written: () => text };
}

const clear = "\r\u001b[2K";

describe("what is written to a terminal", () => {
    it.each(["print", "note"] as const)("begins a line of its own, in place of that of the progress: %s", (what) => {
        const { streams, written } = collected({ isTTY: true, columns: 80 });
        const output = terminalOutput(...streams);
        output.progress.step("run 6 test files");
        output[what]("ok tests/a.sql");
        output[what]("6 files\n");
        output.progress.end();
        expect(written()).toBe(`${clear}run 6 test files${clear}ok tests/a.sql\n6 files\n`);
    });

    it("keeps the progress to its line, on a terminal that does not know its width, too", () => {
        const widths = { 10: "run 6 tes", 0: "run 6 test files" };
        for (const [columns, shown] of Object.entries(widths)) {
            const { streams, written } = collected({ isTTY: true, columns: Number(columns) });
            terminalOutput(...streams).progress.step("run 6 test files");
            expect(written()).toBe(`${clear}${shown}`);
        }
    });
});

it("takes nothing back where there is no terminal", () => {
    const { streams, written } = collected({ isTTY: false, columns: 80 });
    const output = terminalOutput(...streams);
    output.progress.step("run 6 test files");
    output.print("6 files");
    expect(written()).toBe("run 6 test files\n6 files\n");
});
