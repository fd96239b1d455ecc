import { computed, defineComponent, ref } from "vue";
import { grouped } from "../../../src/core/counted.ts";
import { moveFocus, useKeys } from "../keyboard.ts";
import { FindingList } from "../parts/finding-list.tsx";
import { useReport } from "../report.ts";
import { linkTo } from "../route.ts";
import { subjectLinks } from "../subject-links.ts";

const search = ref("");

/** Findings of all records, errors first. */
export const FindingsPage = defineComponent(() => {
    const report = useReport();
    const field = ref<HTMLInputElement>();
    const shown = computed(() =>
        report.findings.filter(({ code, subject, message }) =>
            `${code} ${subject} ${message}`.toLowerCase().includes(search.value.toLowerCase()),
        ),
    );
    const linkOf = subjectLinks(report);
    useKeys({
        "/": () => field.value?.focus(),
        j: () => moveFocus(".findings a", 1),
        k: () => moveFocus(".findings a", -1),
    });
    return () => (
        <>
            <h1>Findings</h1>
            {report.findings.length === 0 ? (
                <p class="empty">There are none.</p>
            ) : (
                <>
                    <div class="filters" role="search">
                        <input
                            ref={field}
                            type="search"
                            placeholder="Search findings ( / )"
                            aria-label="Search findings"
                            value={search.value}
                            onInput={() => (search.value = field.value?.value ?? "")}
                            onKeydown={(event) => event.key === "Escape" && field.value?.blur()}
                        />
                        <span class="muted">
                            {grouped(shown.value.length)} of {grouped(report.findings.length)}
                        </span>
                    </div>
                    <FindingList findings={shown.value} subject={linkOf} />
                </>
            )}
            <p>
                <a href={linkTo("finding")}>What each finding means</a>
            </p>
        </>
    );
});
