import { tidySql } from "./tidy.ts";

/** Run in the root of the repository: says what is wrong with its SQL, and with --write formats it first. */
const { fileCount, notes, complaints } = await tidySql(
    process.cwd(),
    process.argv.includes("--write") ? "write" : "check",
);
for (const line of [...notes, ...complaints]) console.log(line);
console.log(
    `${fileCount} SQL files, ${complaints.length === 0 ? "in order" : `${complaints.length} places to correct`}`,
);
if (complaints.length > 0) process.exitCode = 1;
