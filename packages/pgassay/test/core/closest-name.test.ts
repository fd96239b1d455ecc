import { describe, expect, it } from "vitest";
import { closestName, didYouMean } from "../../src/core/closest-name.ts";

const keys = ["name", "about", "parameters", "index", "indexes"];

describe("closestName", () => {
    it.each([
        ["nmae", "name"],
        ["indx", "index"],
        ["parametres", "parameters"],
        ["indexs", "index"],
    ])("takes %s for %s", (name, meant) => expect(closestName(name, keys)).toBe(meant));

    it.each(["", "x", "nothing", "para"])("takes %j for none of them", (name) =>
        expect(closestName(name, keys)).toBeUndefined(),
    );

    it("says so as the end of a message", () => {
        expect(didYouMean("abuot", keys)).toBe('; did you mean "about"?');
        expect(didYouMean("target", keys)).toBe("");
    });
});
