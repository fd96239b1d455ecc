import { expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { renderFindingsJunit } from "../../src/report/junit-findings.ts";

const findings: Finding[] = [
    { code: "no-rows", severity: "warning", subject: "task/b#hot", message: "found <nothing>" },
    { code: "index-not-used", severity: "error", subject: "task/a#hot", message: "is not used", detail: 'a "b" & c' },
    { code: "index-unneeded", severity: "error", subject: "book.title_idx", message: "no case reads it" },
];

it("writes a case for all that was looked at and all that was found, failed where there is an error", () => {
    expect(renderFindingsJunit("plan", ["task/a#hot", "task/b#hot", "task/c#hot"], findings))
        .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pgassay" tests="4" failures="2">
  <testsuite name="pgassay plan" tests="4" failures="2">
    <testcase name="task/a#hot" classname="pgassay plan"><failure type="index-not-used" message="index-not-used: is not used">a &quot;b&quot; &amp; c</failure></testcase>
    <testcase name="task/b#hot" classname="pgassay plan"><system-out>no-rows: found &lt;nothing&gt;</system-out></testcase>
    <testcase name="task/c#hot" classname="pgassay plan"/>
    <testcase name="book.title_idx" classname="pgassay plan"><failure type="index-unneeded" message="index-unneeded: no case reads it"></failure></testcase>
  </testsuite>
</testsuites>
`);
});
