import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import type { Finding } from "../../src/core/finding.ts";
import { decisive, parseRunRecord } from "../../src/core/run-record.ts";
import { exampleLatency, exampleRun, measurement } from "./example-run.ts";

const record = exampleRun();
const text = JSON.stringify(record);

function errorOf(changed: string): PgassayError {
    try {
        parseRunRecord(changed, "runs/a.json");
    } catch (error) {
        if (error instanceof PgassayError) return error;
        throw error;
    }
    throw new Error("the text was accepted");
}

describe("runRecord", () => {
    it("lists the findings of all cases and of none, sorted", () => {
        const other: Finding = {
            code: "index-unused",
            severity: "error",
            subject: "orders_idx",
            message: "serves no query",
        };
        const { findings } = exampleRun({ otherFindings: [other] });
        expect(findings.map(({ code }) => code)).toEqual([
            "buffers-over-budget",
            "index-not-used",
            "index-unused",
            "latency-over-target",
            "latency-doubtful",
        ]);
    });
});

describe("parseRunRecord", () => {
    it("reads back what was written, nothing more and nothing less", () => {
        expect(parseRunRecord(text, "runs/a.json")).toStrictEqual(record);
    });

    it("reads any samples that a clock can give", () => {
        const samples = fc.array(
            fc.nat({ max: 100_000_000 }).map((tenths) => tenths / 10),
            { minLength: 1 },
        );
        fc.assert(
            fc.property(samples, (samplesUs) => {
                const latencies = [exampleLatency("a/b", "c", 1, { ...measurement(1, 2, 3), samplesUs })];
                const timed = exampleRun({ latencies });
                expect(parseRunRecord(JSON.stringify(timed), "runs/a.json")).toEqual(timed);
            }),
        );
    });

    it("refuses every text that was cut off", () => {
        fc.assert(
            fc.property(fc.nat({ max: text.length - 1 }), (length) => {
                const error = errorOf(text.slice(0, length));
                expect(error.kind).toBe("usage");
                expect(error.parts.happened).toContain("not JSON");
            }),
        );
    });

    it.each([
        "null",
        "[]",
        "{}",
        '{"version":1}',
        '{"format":"another record","version":1}',
        '{"format":"pgassay run record"}',
    ])("refuses %s, which another program wrote", (foreign) => {
        expect(errorOf(foreign).message).toBe(
            "could not read the run record runs/a.json\n" +
                "  what happened: the file is JSON, but pgassay did not write it as a run record\n" +
                "  what to do:    name a file that `pgassay plan` or `pgassay bench` wrote",
        );
    });

    it("refuses a newer version by its number, whatever else it holds", () => {
        expect(errorOf(JSON.stringify({ ...record, version: 3, verb: "stress" })).message).toBe(
            "could not read the run record runs/a.json\n" +
                "  what happened: it has version 3, and this pgassay reads version 2\n" +
                "  what to do:    update pgassay, or make the run again with this one",
        );
    });

    it("refuses an older version, which says less", () => {
        expect(errorOf(JSON.stringify({ ...record, version: 1 })).parts).toEqual({
            tried: "read the run record runs/a.json",
            happened: "it has version 1, and this pgassay reads version 2",
            remedy: "make the run again with this pgassay, or read the record with the one that wrote it",
        });
    });

    it.each([
        [{ ...record, verb: "guess" }, "verb: "],
        [{ ...record, mood: "good" }, 'Unrecognized key: "mood"'],
        [{ ...record, startedAt: "yesterday" }, "startedAt: "],
        [
            { ...record, latencies: [exampleLatency("a/b", "c", 1, { ...measurement(1, 2, 3), samplesUs: [-1] })] },
            "latencies.0.first.samplesUs.0: ",
        ],
    ])("refuses a record that breaks its own rules, and says where", (broken, where) => {
        const { happened } = errorOf(JSON.stringify(broken)).parts;
        expect(happened).toContain("it says version 2, but is not as that version must be: ");
        expect(happened).toContain(where);
    });
});

describe("decisive", () => {
    it("is the confirmation where there is one", () => {
        const [first, confirmation] = [measurement(3, 4, 5), measurement(1, 2, 3)];
        expect(decisive(exampleLatency("a/b", "c", 1, first))).toBe(first);
        expect(decisive(exampleLatency("a/b", "c", 1, first, { confirmation }))).toBe(confirmation);
    });
});
