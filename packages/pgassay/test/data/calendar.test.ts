import { describe, expect, it } from "vitest";
import { dayMs, startOfWeek, weekMs, workingTime } from "../../src/data/calendar.ts";

const monday = Date.UTC(2025, 5, 2);
const instants = Array.from({ length: 10_000 }, (_, i) => monday + ((i + 0.5) / 10_000) * weekMs);

describe("workingTime", () => {
    it("keeps the order of instants and their week", () => {
        const bent = instants.map(workingTime);
        expect(bent).toEqual(bent.toSorted((a, b) => a - b));
        expect(new Set(bent.map(startOfWeek))).toEqual(new Set([monday]));
    });

    it("leaves Monday midnight where it is, before 1970 too", () => {
        for (const start of [monday, monday - 3_000 * weekMs]) expect(workingTime(start)).toBe(start);
    });

    it("puts nine tenths of all work between 8 and 18 on working days", () => {
        const inOffice = instants.map(workingTime).filter((instant) => {
            const day = Math.floor((instant - monday) / dayMs);
            const hour = new Date(instant).getUTCHours();
            return day < 5 && hour >= 8 && hour < 18;
        });
        expect(inOffice.length / instants.length).toBeCloseTo(0.89, 2);
    });

    it("leaves about a twenty-fifth of all work for the weekend", () => {
        const onWeekend = instants.filter((instant) => workingTime(instant) >= monday + 5 * dayMs);
        expect(onWeekend.length / instants.length).toBeGreaterThan(0.02);
        expect(onWeekend.length / instants.length).toBeLessThan(0.06);
    });
});

describe("startOfWeek", () => {
    it("is the Monday midnight before any instant of the week", () => {
        expect(new Date(startOfWeek(Date.UTC(2026, 0, 1, 12))).toISOString()).toBe("2025-12-29T00:00:00.000Z");
        expect(startOfWeek(monday)).toBe(monday);
        expect(startOfWeek(monday - 1)).toBe(monday - weekMs);
    });
});
