// @ts-check
/**
 * Sums JUnit reports: each failed case with its message, a line for each report, and as the last line the total,
 * `214 passed, 0 failed`: who sees only the end of a long run still sees what failed. Exits 1 unless at least one test
 * ran and none failed. The reports are those named on the command line, else those of all packages; a package with a
 * `test` script that left none in its test-results counts as a failure.
 *
 * Plain JavaScript, because it has to run when the build is broken, too.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A message of more lines than this is cut: the differences of large values would push the others off the screen. */
const MESSAGE_LINES = 30;

const named = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, counts] of named.length > 0 ? named.map(countReport) : packagesWithTests().flatMap(countPackage)) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    console.log(`${name}: ${inWords(counts)}`);
}
console.log(inWords(total));
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

/** @returns {string[]} */
function packagesWithTests() {
    return readPackage(".").workspaces.filter(
        (/** @type {string} */ directory) => readPackage(directory).scripts?.test,
    );
}

/** @param {string} directory */
function readPackage(directory) {
    return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
}

/**
 * @param {string} directory
 * @returns {[string, Counts][]}
 */
function countPackage(directory) {
    const results = join(directory, "test-results");
    const reports = existsSync(results) ? readdirSync(results).filter((name) => name.endsWith(".xml")) : [];
    if (reports.length === 0) return [[`${directory} left no report`, { passed: 0, failed: 1, skipped: 0 }]];
    return reports.sort().map((name) => countReport(join(results, name)));
}

/**
 * Counts by the cases themselves: programs differ in what they put into the attributes of the whole.
 *
 * @param {string} path
 * @returns {[string, Counts]}
 */
function countReport(path) {
    if (!existsSync(path)) return [`${path} is not there`, { passed: 0, failed: 1, skipped: 0 }];
    const xml = readFileSync(path, "utf8").replace(/<!--.*?-->|<!\[CDATA\[(.*?)\]\]>/gs, (_, text = "") =>
        escape(text),
    );
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const [, attributes = "", content = ""] of xml.matchAll(
        /<testcase((?:\s+[\w:.-]+="[^"]*")*)\s*(?:\/>|>(.*?)<\/testcase>)/gs,
    )) {
        const failure = /<(?:failure|error)\b([^>]*?)(?:\/>|>(.*?)<\/(?:failure|error)>)/s.exec(content);
        counts[failure ? "failed" : /<skipped\b/.test(content) ? "skipped" : "passed"]++;
        if (failure) tellFailure(path, attributes, failure[1] ?? "", failure[2] ?? "");
    }
    return [path, counts];
}

/**
 * @param {string} path
 * @param {string} attributes of the case
 * @param {string} failed attributes of its failure
 * @param {string} text of its failure
 */
function tellFailure(path, attributes, failed, text) {
    const message = text.trim() || attribute(failed, "message");
    const lines = unescape(message).trim().split("\n");
    const shown = lines.slice(0, MESSAGE_LINES);
    if (lines.length > shown.length) shown.push(`… and ${lines.length - shown.length} lines more`);
    console.log(`FAILED in ${path}: ${unescape(attribute(attributes, "name"))}`);
    for (const line of shown) console.log(`    ${line}`.trimEnd());
}

/**
 * @param {string} attributes
 * @param {string} name
 */
function attribute(attributes, name) {
    return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

/** @param {string} text */
function escape(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** @param {string} text */
function unescape(text) {
    return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|apos|amp));/gi, (_, decimal, hexadecimal, name) =>
        name
            ? { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[/** @type {"lt"} */ (name)]
            : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hexadecimal, 16)),
    );
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
