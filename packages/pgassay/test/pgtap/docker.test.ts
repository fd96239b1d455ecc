import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { filePassed, type FileResult } from "../../src/core/test-result.ts";
import { dockerCommand } from "../../src/pgtap/docker.ts";
import { runPgProve } from "../../src/pgtap/pg-prove.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { withStandInDocker } from "./stand-in-docker.ts";

const corpus = fileURLToPath(new URL("corpus", import.meta.url));
const image = fileURLToPath(new URL("../../docker/pg-prove/", import.meta.url));
const file = { name: "pass.sql", path: `${corpus}/pass.sql` };
const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

async function runInDocker(): Promise<FileResult[]> {
    const recipe = await testRecipe(empty, "no such directory");
    return withCluster({ recipe, progress: silent }, async (cluster) =>
        runPgProve(cluster, await cluster.ensureTemplate(recipe, silent), [file], await dockerCommand()),
    );
}

describe("the docker runner", () => {
    it.runIf(spawnSync("pg_prove", ["--version"]).status === 0)(
        "asks for the image, and for pg_prove in it with files in their places and no password in sight",
        () =>
            withStandInDocker(async (asked) => {
                expect((await runInDocker()).map(filePassed)).toEqual([true]);
                const variables = ["PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGOPTIONS"];
                expect(await asked()).toEqual([
                    ["build", "--quiet", image],
                    [
                        "run",
                        "--rm",
                        "--init",
                        "--network",
                        "host",
                        ...variables.flatMap((name) => ["--env", name]),
                        "--volume",
                        `${corpus}:${corpus}:ro`,
                        "--entrypoint",
                        "pg_prove",
                        "sha256:57a4d1",
                        "--verbose",
                        file.path,
                    ],
                ]);
            }),
    );

    it("says what to do when no daemon answers", () =>
        withStandInDocker(
            () => expect(runInDocker()).rejects.toThrow(/Cannot connect[^]*start the docker daemon/),
            "echo 'Cannot connect to the Docker daemon' >&2; exit 1",
        ));

    it("does not take a container that never started for failed tests", () =>
        withStandInDocker(
            () => expect(runInDocker()).rejects.toThrow(/no space left[^]*docker version/),
            'test "$1" = build && exec echo sha256:1; echo "no space left on device" >&2; exit 125',
        ));
});

describe("the image", () => {
    it("is the one of docker compose, held to releases", async () => {
        const compose = await readFile(new URL("../../../../docker-compose.yml", import.meta.url), "utf8");
        expect(compose.match(/build: packages\/pgassay\/docker\/pg-prove$/gm)).toHaveLength(2);
        const dockerfile = await readFile(`${image}Dockerfile`, "utf8");
        expect(dockerfile).toMatch(/^FROM postgres:\d+\.\d+-\w+$/m);
        expect(dockerfile.match(/'[\w-]+=[\d.]+\*'/g)).toHaveLength(2);
    });
});
