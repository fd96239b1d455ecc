// Stands in for docker, and for nothing else, where no daemon runs: it takes docker's command line, holds it to what a
// container would see (the mounted directories, the variables that are handed on) and starts the local pg_prove, which
// asks the real server. Its command lines are appended to $STAND_IN_DOCKER_LOG.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";

const args = process.argv.slice(2);
appendFileSync(process.env.STAND_IN_DOCKER_LOG, `${JSON.stringify(args)}\n`);
if (args[0] === "build") {
    process.stdout.write("sha256:57a4d1\n");
} else {
    const valuesOf = (flag) => args.flatMap((arg, i) => (arg === flag ? [args[i + 1]] : []));
    const at = args.indexOf("--entrypoint");
    const [program, image, ...rest] = args.slice(at + 1);
    const mounted = valuesOf("--volume").map((volume) => {
        const [outside, inside, mode] = volume.split(":");
        if (outside !== inside || mode !== "ro") throw new Error(`not mounted in its own place to be read: ${volume}`);
        return `${inside}/`;
    });
    const unseen = rest.filter((path) => path.endsWith(".sql") && !mounted.some((place) => path.startsWith(place)));
    if (image !== "sha256:57a4d1" || unseen.length > 0)
        throw new Error(`a container of ${image} lacks ${unseen.join()}`);
    const handedOn = Object.fromEntries(valuesOf("--env").map((name) => [name, process.env[name]]));
    const { status } = spawnSync(program, rest, { env: { PATH: process.env.PATH, ...handedOn }, stdio: "inherit" });
    process.exitCode = status ?? 125;
}
