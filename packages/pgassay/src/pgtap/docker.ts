import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { environmentError, messageOf } from "../core/errors.ts";
import type { ProveCommand } from "./pg-prove.ts";

/** The directory of the image that holds pg_prove: the one that docker compose builds too. */
const imageDirectory = fileURLToPath(new URL("../../docker/pg-prove/", import.meta.url));
/** The first time the image is downloaded. */
const buildTimeoutMs = 15 * 60_000;

/**
 * pg_prove in a container of its own, against a server outside of it. Files keep their paths, mounted read-only, so that
 * what it prints about them is the same everywhere.
 *
 * @throws an environment error when there is no docker, no daemon answers, or the image cannot be built
 */
export async function dockerCommand(): Promise<ProveCommand> {
    const image = await buildImage();
    return {
        program: "docker",
        remedy: "see that docker works (`docker version`), or use another runner",
        reachesSockets: false,
        args(files, variables) {
            const directories = [...new Set(files.map(({ path }) => dirname(path)))].sort();
            return [
                "run",
                "--rm",
                "--init",
                "--network",
                "host",
                // A name alone: the value comes from the environment, and no password is among the arguments.
                ...variables.flatMap((name) => ["--env", name]),
                ...directories.flatMap((directory) => ["--volume", `${directory}:${directory}:ro`]),
                "--entrypoint",
                "pg_prove",
                image,
                "--verbose",
                ...files.map(({ path }) => path),
            ];
        },
    };
}

/** Builds the image, which takes a moment when nothing has changed, and returns its id. */
async function buildImage(): Promise<string> {
    try {
        const { stdout } = await promisify(execFile)("docker", ["build", "--quiet", imageDirectory], {
            timeout: buildTimeoutMs,
        });
        return stdout.trim();
    } catch (cause) {
        throw environmentError(
            {
                tried: "build the image that holds pg_prove with docker",
                happened: messageOf(cause),
                remedy: "start the docker daemon (`docker version` says whether it answers), or use another runner",
            },
            cause,
        );
    }
}
