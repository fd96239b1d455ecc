import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { renderStress } from "../../src/report/stress.ts";
import { exampleStep, exampleStress } from "../core/example-stress.ts";

test("a load is a row a step, then the findings, and one line that says what it comes to", async () => {
    await expect(renderStress(exampleStress(), { color: false })).toMatchFileSnapshot("stress.txt");
});

test("a load says the same in colour", () => {
    const text = renderStress(exampleStress(), { color: true });
    expect(text).toContain("\u001b[31m");
    expect(stripVTControlCharacters(text).replace(/ +$/gm, "")).toBe(renderStress(exampleStress(), { color: false }));
});

test("a step that nothing answered has no times", () => {
    const {
        latencyUs: _,
        poolWaitUs: __,
        ...nothing
    } = exampleStep(1, { answered: 0, answeredPerSecond: 0, unsent: 50 });
    const text = renderStress(exampleStress({ steps: [nothing], saturation: [], findings: [] }), { color: false });
    expect(text).toMatch(/^http +1 connection +0 +0 +50$/m);
    expect(text).toMatch(/\n0 answers: 0 wrong, 0 writes lost, 50 requests failed\n$/);
});
