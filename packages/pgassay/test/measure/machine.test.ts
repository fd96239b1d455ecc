import { hostname, userInfo } from "node:os";
import { expect, it } from "vitest";
import { parseRunRecord } from "../../src/core/run-record.ts";
import { readMachine } from "../../src/measure/machine.ts";
import { exampleRun } from "../core/example-run.ts";

it("describes this machine in the terms of the run record, without saying whose it is", () => {
    const machine = readMachine();
    const record = exampleRun({ machine });
    expect(parseRunRecord(JSON.stringify(record), "runs/a.json").machine).toEqual(machine);
    expect(Object.values(machine)).not.toContain(hostname());
    expect(Object.values(machine)).not.toContain(userInfo().username);
});
