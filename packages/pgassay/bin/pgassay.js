#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
    await (await import(main.href)).main(process.argv.slice(2));
} else {
    process.stderr.write(
        "pgassay: could not start\n" +
            "  what happened: the command line has not been compiled\n" +
            "  what to do:    run `npm run build`\n",
    );
    process.exitCode = 3;
}
