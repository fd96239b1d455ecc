// Posts a comment on a pull request, or replaces the one that begins with the same marker.
//
// What it reads was written by a run that may have executed a stranger's code: the text is posted as it is, and the
// number is believed only when that pull request is at the commit that the run was started for.
import { appendFile, readFile } from "node:fs/promises";
import { api, find, isOurs, markerOf } from "../github-api.mjs";

const { HEAD, COMMENT_FILE = "", PULL_REQUEST_FILE = "", GITHUB_OUTPUT = "" } = process.env;

const body = await readFile(COMMENT_FILE, "utf8");
const marker = markerOf(body, COMMENT_FILE);
const written = (await readFile(PULL_REQUEST_FILE, "utf8")).trim();
if (!/^[1-9]\d{0,9}$/.test(written)) throw new Error(`${PULL_REQUEST_FILE} holds no number of a pull request`);
const number = Number(written);

const { head } = await api(`pulls/${number}`);
if (head.sha !== HEAD) {
    // A newer push has a run of its own, which will comment.
    console.log(`pull request ${number} is at ${head.sha}, this run was of ${HEAD}: nothing posted`);
} else {
    const earlier = await find(`issues/${number}/comments`, isOurs(marker));
    if (earlier === undefined) await api(`issues/${number}/comments`, { method: "POST", body: { body } });
    else await api(`issues/comments/${earlier.id}`, { method: "PATCH", body: { body } });
    await appendFile(GITHUB_OUTPUT, `pull-request=${number}\n`);
    console.log(`${earlier === undefined ? "posted" : "replaced"} the comment on pull request ${number}`);
}
