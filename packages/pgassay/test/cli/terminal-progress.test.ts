import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { terminalProgress } from "../../src/cli/terminal-progress.ts";

/** A stream, and what is written to it. */
function collected(how: { readonly isTTY: boolean }): { stream: NodeJS.WriteStream; written: string[] } {
    const written: string[] = [];
    const write = (text: string): boolean => written.push(text) > 0;
    return { stream: { ...how, columns: 80, write } as unknown as NodeJS.WriteStream, written };
}

describe("the progress of a long load", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
    afterEach(() => void vi.useRealTimers());

    it("says how fast rows go and how long they still take, a line every few seconds", () => {
        const { stream, written } = collected({ isTTY: false });
        const progress = terminalProgress(stream);
        progress.step("load 2 tables");
        for (let second = 1; second <= 12; second++) {
            vi.advanceTimersByTime(1_000);
            progress.advance(second * 50_000, 1_000_000, "row");
        }
        expect(written).toEqual([
            "load 2 tables\n",
            "load 2 tables: 250,000 of 1,000,000 rows, 50,000 rows/s, 15 s left\n",
            "load 2 tables: 500,000 of 1,000,000 rows, 50,000 rows/s, 10 s left\n",
        ]);
    });

    it("counts from the beginning of the step, not of the command", () => {
        const { stream, written } = collected({ isTTY: false });
        const progress = terminalProgress(stream);
        progress.step("read the schema");
        vi.advanceTimersByTime(60_000);
        progress.step("fill table loan");
        vi.advanceTimersByTime(5_000);
        progress.advance(10_000, 20_000, "row");
        expect(written.at(-1)).toBe("fill table loan: 10,000 of 20,000 rows, 2,000 rows/s, 5 s left\n");
    });

    it("does not guess before it can tell, nor when all is done", () => {
        const { stream, written } = collected({ isTTY: true });
        const progress = terminalProgress(stream);
        progress.step("load");
        vi.advanceTimersByTime(500);
        progress.advance(10, 100, "row");
        vi.advanceTimersByTime(5_000);
        progress.advance(100, 100, "row");
        expect(written.map((text) => text.replace("\r\u001b[2K", ""))).toEqual([
            "load",
            "load: 10 of 100 rows",
            "load: 100 of 100 rows",
        ]);
    });

    it("names one of a thing as people do", () => {
        const { stream, written } = collected({ isTTY: false });
        const progress = terminalProgress(stream);
        progress.step("build indexes");
        vi.advanceTimersByTime(6_000);
        progress.advance(0, 1, "index");
        expect(written.at(-1)).toBe("build indexes: 0 of 1 index\n");
    });

    it("leaves out the rate of what is few and uneven", () => {
        const { stream, written } = collected({ isTTY: false });
        const progress = terminalProgress(stream);
        progress.step("build indexes");
        vi.advanceTimersByTime(6_000);
        progress.advance(3, 9, "index");
        expect(written.at(-1)).toBe("build indexes: 3 of 9 indexes, 12 s left\n");
    });
});
