import type { FunctionalComponent } from "vue";
import type { Finding } from "../../../src/core/finding.ts";
import { linkTo } from "../route.ts";
import { StandingMark } from "./marks.tsx";

/** Findings in full; where they stand decides whether what they are about is said. */
export const FindingList: FunctionalComponent<{
    findings: readonly Finding[];
    subject?: (name: string) => string | undefined;
}> = ({ findings, subject }) => (
    <ul class="findings">
        {findings.map((finding) => {
            const link = subject?.(finding.subject);
            return (
                <li>
                    <StandingMark standing={finding.severity} />
                    <div>
                        <p>
                            <a href={linkTo("finding", finding.code)}>{finding.code}</a>{" "}
                            {link ? <a href={link}>{finding.subject}</a> : <b>{finding.subject}</b>}
                        </p>
                        <p>{finding.message}</p>
                        {finding.detail && <pre>{finding.detail.trimEnd()}</pre>}
                    </div>
                </li>
            );
        })}
    </ul>
);
FindingList.props = ["findings", "subject"];
