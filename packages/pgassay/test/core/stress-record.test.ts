import { expect, test } from "vitest";
import { parseRecord } from "../../src/core/record-kind.ts";
import { stressRecordKind } from "../../src/core/stress-record.ts";
import { exampleRun } from "./example-run.ts";
import { exampleStress } from "./example-stress.ts";

test("a stress record is read back as it was written", () => {
    const record = exampleStress();
    expect(parseRecord(stressRecordKind, JSON.stringify(record), "runs/a.json")).toStrictEqual(record);
});

test("another record, a newer one and a broken one are refused", () => {
    const read = (record: object) => () => parseRecord(stressRecordKind, JSON.stringify(record), "runs/a.json");
    expect(read(exampleRun())).toThrow("pgassay did not write it as a stress record");
    expect(read({ ...exampleStress(), version: 99 })).toThrow("it has version 99");
    expect(read({ ...exampleStress(), poolSize: 0 })).toThrow("poolSize");
});
