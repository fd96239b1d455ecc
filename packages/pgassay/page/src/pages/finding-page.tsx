import { defineComponent } from "vue";
import { findingPageName } from "../../../src/core/finding-page-name.ts";
import { FindingList } from "../parts/finding-list.tsx";
import { useChunk, useReport } from "../report.ts";
import { linkTo, route } from "../route.ts";
import { subjectLinks } from "../subject-links.ts";

/** What a finding means, why it matters and what to do, and where it occurs; without a code, all that there are. */
export const FindingPage = defineComponent(() => {
    const report = useReport();
    const pages = useChunk<Record<string, string>>(() => "pages");
    const linkOf = subjectLinks(report);
    return () => {
        const code = route.value[1];
        if (code === undefined) {
            return (
                <>
                    <h1>What findings mean</h1>
                    <ul class="codes">
                        {Object.keys(pages.value ?? {}).map((name) => (
                            <li>
                                <a href={linkTo("finding", name)}>{name}</a>
                            </li>
                        ))}
                    </ul>
                </>
            );
        }
        const found = report.findings.filter((finding) => finding.code === code);
        const page = pages.value?.[findingPageName(code, pages.value) ?? ""];
        return (
            <>
                {page === undefined ? <h1>{code}</h1> : <article class="prose" innerHTML={page} />}
                {found.length > 0 && (
                    <>
                        <h2>In this report</h2>
                        <FindingList findings={found} subject={linkOf} />
                    </>
                )}
            </>
        );
    };
});
