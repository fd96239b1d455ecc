import { describe, expect, it } from "vitest";
import { runAction } from "./run-action.ts";

/** Runs the script in a workflow whose earlier runs, the latest first, have left these artifacts. */
function find(
    artifacts: readonly (readonly [run: number, expired: readonly boolean[]])[],
    environment = {},
): ReturnType<typeof runAction> {
    const runs = "actions/workflows/nightly.yml/runs";
    return runAction({
        script: "nightly/find-history.mjs",
        answers: {
            [runs]: { workflow_runs: artifacts.map(([id]) => ({ id })) },
            ...Object.fromEntries(
                artifacts.map(([id, expired]) => [
                    `actions/runs/${id}/artifacts`,
                    { artifacts: expired.map((one) => ({ name: "history", expired: one })) },
                ]),
            ),
        },
        environment: {
            ARTIFACT: "history",
            GITHUB_RUN_ID: "900",
            GITHUB_WORKFLOW_REF: "o/r/.github/workflows/nightly.yml@refs/heads/main",
            ...environment,
        },
    });
}

describe("the history of earlier nights", () => {
    it("is that of the latest run that has left one", async () => {
        const { code, outputs, written } = await find([
            [800, []],
            [700, [false]],
            [600, [false]],
        ]);
        expect([code, outputs, written]).toEqual([0, "run-id=700\n", []]);
    });

    it("is not one that has expired, nor that of the run itself", async () => {
        const { outputs } = await find([
            [900, [false]],
            [700, [true]],
            [600, [false]],
        ]);
        expect(outputs).toBe("run-id=600\n");
    });

    it("is none in the first night", async () => {
        const { code, output, outputs } = await find([]);
        expect([code, outputs]).toEqual([0, ""]);
        expect(output).toContain("it begins with this one");
    });

    it("is asked of the workflow and the branch that run", async () => {
        const tag = await find([], { GITHUB_WORKFLOW_REF: "o/r/.github/workflows/nightly.yml@refs/tags/v1" });
        expect([tag.code, tag.output]).toEqual([1, expect.stringContaining("is of no branch")]);
        const other = await find([[700, [false]]], {
            GITHUB_WORKFLOW_REF: "o/r/.github/workflows/weekly.yml@refs/heads/main",
        });
        expect([other.code, other.outputs]).toEqual([1, ""]);
    });
});
