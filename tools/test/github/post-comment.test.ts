import { describe, expect, it } from "vitest";
import { runAction } from "./run-action.ts";

const marker = "<!-- pgassay compare -->";
const text = `${marker}\n### Plans\n`;

interface Given {
    readonly comments?: readonly unknown[];
    readonly head?: string;
    readonly comment?: string;
    readonly number?: string;
}

/** Runs the script in a repository that has one pull request, 7. */
const post = ({ comments = [], head = "abc", comment = text, number = "7\n" }: Given): ReturnType<typeof runAction> =>
    runAction({
        script: "comment/post.mjs",
        answers: { "pulls/7": { head: { sha: "abc" } }, "issues/7/comments": comments },
        files: { COMMENT_FILE: comment, PULL_REQUEST_FILE: number },
        environment: { HEAD: head },
    });

const by = (type: string, id: number, body: string): unknown => ({ id, body, user: { type } });

describe("the comment of a pull request", () => {
    it("is posted when there is none", async () => {
        const { code, written, outputs } = await post({ comments: [by("User", 1, "hello")] });
        expect(written).toEqual([{ method: "POST", path: "issues/7/comments", body: { body: text } }]);
        // What follows may believe the number from here on.
        expect([code, outputs]).toEqual([0, "pull-request=7\n"]);
    });

    it("replaces the earlier one, also behind a hundred others", async () => {
        const others = Array.from({ length: 130 }, (_, id) => by("User", id, "talk"));
        const { written } = await post({ comments: [...others, by("Bot", 500, `${marker}\nold`)] });
        expect(written).toEqual([{ method: "PATCH", path: "issues/comments/500", body: { body: text } }]);
    });

    it("leaves alone what a person wrote, with our marker or without", async () => {
        const { written } = await post({ comments: [by("User", 1, `${marker}\nquoted`)] });
        expect(written.map(({ method }) => method)).toEqual(["POST"]);
    });

    it("is not posted for a commit that the pull request is no longer at", async () => {
        const { code, output, written, outputs } = await post({ head: "older" });
        expect([code, written, outputs]).toEqual([0, [], ""]);
        expect(output).toContain("nothing posted");
    });

    it.each([
        ["a number that is none", { number: "7/../8" }, "holds no number"],
        ["a text without a marker", { comment: "hello" }, "does not begin with a marker"],
        ["a pull request that is not there", { number: "8" }, "404"],
    ])("fails on %s and writes nothing", async (_, given, message) => {
        const { code, output, written, outputs } = await post(given);
        expect([code, written, outputs]).toEqual([1, [], ""]);
        expect(output).toContain(message);
    });
});
