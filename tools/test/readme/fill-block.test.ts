import { expect, it } from "vitest";
import { fillBlock } from "../../src/readme/fill-block.ts";

const document = "# Title\n\n<!-- usage -->\nold\n<!-- /usage -->\n\nend\n";

it("replaces what is between the markers and nothing else", () => {
    const filled = fillBlock(document, "usage", "new\n");
    expect(filled).toBe("# Title\n\n<!-- usage -->\n\n```text\nnew\n```\n\n<!-- /usage -->\n\nend\n");
    expect(fillBlock(filled, "usage", "new\n")).toBe(filled);
});

it.each(["# Title\n", "<!-- usage -->\n", "<!-- /usage --><!-- usage -->", document + document])(
    "refuses a document without exactly one pair: %j",
    (broken) => {
        expect(() => fillBlock(broken, "usage", "new")).toThrow("there must be one");
    },
);
