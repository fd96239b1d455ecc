import { expect, it } from "vitest";
import { watchDisturbance } from "../../src/measure/disturbance.ts";
import { ownProcessor } from "../../src/measure/processor-time.ts";

it("is the time that the processes waited, as a share of the time that has passed", () => {
    let waitedUs = 0;
    const watched = watchDisturbance(() => ({ ranUs: 1, waitedUs }));
    const beganMs = performance.now();
    while (performance.now() - beganMs < 20);
    waitedUs = 1_000_000;
    // A second of waiting in some 20 ms: 50 times the time that has passed, less where this test had to wait itself.
    expect(watched()?.waitedShare).toBeGreaterThan(0.5);
});

it("is not told where the kernel does not tell", () => {
    expect(watchDisturbance(undefined)()).toBeUndefined();
});

it("is read from a clock that runs while there is work", () => {
    const clock = ownProcessor();
    const before = clock?.().ranUs ?? 0;
    // However little of the machine this process gets, a millisecond of it comes in time.
    const ranUs = (): number => (clock?.().ranUs ?? 0) - before;
    for (const beganMs = performance.now(); ranUs() <= 1000 && performance.now() - beganMs < 30_000;);
    expect(ranUs()).toBeGreaterThan(1000);
});
