// Opens an issue, or adds a comment to the open one that begins with the same marker: an alert comes once, so that an
// earlier one must not be overwritten. Whoever closes the issue gets a new one with the next alert.
import { readFile } from "node:fs/promises";
import { api, find, isOurs, markerOf } from "../github-api.mjs";

const { ISSUE_FILE = "", TITLE = "" } = process.env;

const body = await readFile(ISSUE_FILE, "utf8");
const isOneOfOurs = isOurs(markerOf(body, ISSUE_FILE));
// The API counts pull requests as issues.
const open = await find("issues?state=open", (issue) => issue.pull_request === undefined && isOneOfOurs(issue));
if (open === undefined) {
    const { number } = await api("issues", { method: "POST", body: { title: TITLE, body } });
    console.log(`opened issue ${number}`);
} else {
    await api(`issues/${open.number}/comments`, { method: "POST", body: { body } });
    console.log(`added a comment to issue ${open.number}`);
}
