import { counted, grouped } from "../core/counted.ts";
import { loadName, type Saturation, type StressRecord, type StressStep } from "../core/stress-record.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { renderFindings } from "./findings.ts";
import { formatMs } from "./milliseconds.ts";
import { painter, type Paint, type RenderOptions } from "./paint.ts";

/** What a load came to, for the terminal: a row a step, the findings, and the verdict in the last line. */
export function renderStress(record: StressRecord, options: RenderOptions): string {
    const paint = painter(options);
    const findings = renderFindings(record.findings, options);
    return [
        drawTable(
            columns,
            record.steps.map((step) => rowOf(step, paint)),
            options,
        ),
        ...(findings === "" ? [] : [findings]),
        `${verdict(record)}\n`,
    ].join("\n");
}

const columns: readonly Column[] = [
    { title: "way" },
    { title: "load", align: "right" },
    { title: "requests/s", align: "right" },
    { title: "p50 ms", align: "right" },
    { title: "p90 ms", align: "right", goes: 2 },
    { title: "p99 ms", align: "right" },
    { title: "max ms", align: "right", goes: 3 },
    { title: "pool wait p99 ms", align: "right", goes: 4 },
    { title: "wrong", align: "right" },
    { title: "failed", align: "right" },
    { title: "backends wait for", goes: 1 },
];

function rowOf(step: StressStep, paint: Paint): string[] {
    const { latencyUs } = step;
    const failed = failedOf(step) + step.unsent;
    const red = (count: number): string => (count > 0 ? paint("red", grouped(count)) : "0");
    return [
        step.way,
        loadName(step),
        grouped(step.answeredPerSecond),
        ...[latencyUs?.p50, latencyUs?.p90, latencyUs?.p99, latencyUs?.max, step.poolWaitUs?.p99].map(milliseconds),
        red(step.wrong),
        red(failed),
        waitsOf(step),
    ];
}

function milliseconds(us: number | undefined): string {
    return us === undefined ? "" : formatMs(us / 1000);
}

function failedOf({ failures }: StressStep): number {
    return failures.reduce((sum, { requests }) => sum + requests, 0);
}

/** Below so many backends on average, nothing that people wait for is behind a wait. */
const fewestBackends = 0.05;

/** The two things that most backends waited for, and deadlocks. */
function waitsOf({ waits, deadlocks }: StressStep): string {
    const most = waits
        .filter(({ backends }) => backends >= fewestBackends)
        .slice(0, 2)
        .map(({ event, backends }) => `${event} ${backends.toFixed(1)}`);
    return [...most, ...(deadlocks > 0 ? [counted(deadlocks, "deadlock")] : [])].join(", ");
}

function verdict({ steps, saturation }: StressRecord): string {
    const answered = steps.reduce((sum, step) => sum + step.answered, 0);
    const wrong = steps.reduce((sum, step) => sum + step.wrong, 0);
    const failed = steps.reduce((sum, step) => sum + failedOf(step) + step.unsent, 0);
    const lost = steps
        .flatMap(({ writes }) => writes)
        .reduce((sum, one) => sum + Math.max(0, one.acknowledged - one.found), 0);
    const counts = `${counted(answered, "answer")}: ${grouped(wrong)} wrong, ${counted(lost, "write")} lost, ${counted(failed, "request")} failed`;
    return [...saturation.map(saturationText), counts].join("; ");
}

function saturationText({ way, connections, answeredPerSecond, isSeen }: Saturation): string {
    const most = `${grouped(answeredPerSecond)} requests/s`;
    return isSeen
        ? `${way} saturates at ${counted(connections, "connection")} with ${most}`
        : `${way} reaches ${most} with ${counted(connections, "connection")} and is not saturated`;
}
