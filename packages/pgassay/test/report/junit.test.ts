import { expect, it } from "vitest";
import type { FileResult } from "../../src/core/test-result.ts";
import { renderJunit } from "../../src/report/junit.ts";

const result: FileResult = {
    file: "tests/a.sql",
    durationMs: 1234.5,
    assertions: [
        { number: 1, description: 'is "quoted" & <tagged>', passed: true, diagnostics: [] },
        { number: 2, description: "differs", passed: false, diagnostics: ["have: \u0001", "want: 2"], line: 7 },
        { number: 3, description: "", passed: true, directive: "skip", diagnostics: [] },
    ],
    problems: [{ message: "it planned 4 tests and ran 3" }],
};

it("writes a case for each assertion and each problem, in XML that every reader takes", () => {
    expect(renderJunit([result])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pgassay" tests="4" failures="2">
  <testsuite name="tests/a.sql" tests="4" failures="2" skipped="1" time="1.234">
    <testcase name="is &quot;quoted&quot; &amp; &lt;tagged&gt;" classname="tests/a.sql"/>
    <testcase name="differs" classname="tests/a.sql"><failure message="line 7: differs">have: \ufffd&#10;want: 2</failure></testcase>
    <testcase name="" classname="tests/a.sql"><skipped/></testcase>
    <testcase name="the file as a whole" classname="tests/a.sql"><failure message="it planned 4 tests and ran 3"/></testcase>
  </testsuite>
</testsuites>
`);
});
