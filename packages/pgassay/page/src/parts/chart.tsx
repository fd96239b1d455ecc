import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { defineComponent, onMounted, onUnmounted, ref, watch } from "vue";
import { isDark } from "../theme.ts";

/** A name of a colour in the style sheet. */
export type Color = "accent" | "muted" | "changed" | "error" | "fine" | "text" | "warning";

export interface Line {
    readonly label: string;
    readonly color: Color;
    readonly values: readonly (number | null)[];
    readonly dash?: true;
    /** Drawn as bars, not as a line. */
    readonly bars?: true;
}

export interface Axis {
    readonly label: string;
    readonly kind: "linear" | "log" | "time";
    readonly format: (value: number) => string;
    /** How the axis itself is labelled, where that is shorter than what the legend says. */
    readonly tick?: (value: number) => string;
}

/** A value of the horizontal axis that is marked from top to bottom. */
export interface Mark {
    readonly at: number;
    readonly label: string;
    readonly color: Color;
}

export interface ChartProps {
    /** What the chart shows, for who does not see it. */
    readonly title: string;
    readonly x: Axis & {
        readonly values: readonly number[];
        /** What the axis reaches from and to, where that is not what its values do. */
        readonly ends?: readonly [number, number];
    };
    readonly y: Axis;
    readonly lines: readonly Line[];
    readonly marks?: readonly Mark[];
}

const height = 240;
const barPaths = uPlot.paths.bars?.({ size: [1, Infinity], gap: 1 });
const distributions = { linear: 1, log: 3, time: 1 } as const;

const daySeconds = 86_400;
const wholeDays = [1, 2, 7, 14, 28, 91, 182, 364, 728].map((days) => days * daySeconds);
const partsOfDay = [60, 300, 900, 3600, 3 * 3600, 6 * 3600, daySeconds];

/** Lines or bars over an axis, drawn by uPlot; the legend tells the values under the pointer. */
export const Chart = defineComponent(
    (props: ChartProps) => {
        const place = ref<HTMLDivElement>();
        let plot: uPlot | undefined;
        const draw = (): void => {
            if (!place.value) return;
            plot?.destroy();
            const data = [props.x.values, ...props.lines.map(({ values }) => values)] as unknown as uPlot.AlignedData;
            plot = new uPlot(optionsOf(props, place.value), data, place.value);
        };
        const observer = new ResizeObserver(() => {
            const width = place.value?.clientWidth ?? 0;
            if (plot && width > 0 && width !== plot.width) plot.setSize({ width, height });
        });
        onMounted(() => {
            draw();
            if (place.value) observer.observe(place.value);
        });
        onUnmounted(() => {
            observer.disconnect();
            plot?.destroy();
        });
        // Colours of a canvas do not follow the style sheet by themselves.
        watch([isDark, () => props.lines], draw, { flush: "post" });
        return () => <div ref={place} class="chart" role="img" aria-label={props.title} />;
    },
    { props: ["title", "x", "y", "lines", "marks"] },
);

function optionsOf({ x, y, lines, marks = [] }: ChartProps, place: HTMLElement): uPlot.Options {
    const { values: at, ends } = x;
    const lasts = (at.at(-1) ?? 0) - (at[0] ?? 0);
    const font = `12px ${getComputedStyle(place).fontFamily}`;
    const color = (name: Color | "line"): string => colorOf(place, name);
    const axis = ({ label, kind, format, tick = format }: Axis): uPlot.Axis => ({
        label,
        font,
        labelFont: font,
        labelSize: 22,
        stroke: color("muted"),
        grid: { stroke: color("line"), width: 1, ...(kind === "log" && { filter: roundOnes }) },
        ticks: { stroke: color("line"), width: 1, ...(kind === "log" && { filter: roundOnes }) },
        // Of a logarithmic axis without room uPlot leaves out labels by the value null.
        values: (_plot, values: (number | null)[]) => values.map((value) => (value === null ? "" : tick(value))),
        ...(kind === "log" && { filter: roundOnes }),
        // A day is written once, however much room there is.
        ...(kind === "time" && { space: 90, incrs: lasts > 2 * daySeconds ? wholeDays : partsOfDay }),
    });
    return {
        width: place.clientWidth,
        height,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
        cursor: { points: { size: 6 }, drag: { x: false, y: false } },
        scales: {
            x: {
                time: x.kind === "time",
                distr: distributions[x.kind],
                ...(ends && ends[0] < ends[1] && { range: () => [...ends] }),
            },
            y: {
                distr: distributions[y.kind],
                ...(y.kind === "linear" && { range: (_plot, _least, most) => fromZero(most, marks.length > 0) }),
            },
        },
        axes: [axis(x), { ...axis(y), size: 64 }],
        // Two lines of one colour are told apart by their strokes alone. The axis is the first of the series.
        legend: { markers: { dash: (_plot, series) => (lines[series - 1]?.dash ? "dashed" : "solid") } },
        series: [
            { label: x.label, value: (_plot, value: number | null) => (value === null ? "" : x.format(value)) },
            ...lines.map(({ label, color: name, dash, bars }): uPlot.Series => ({
                label,
                stroke: color(name),
                width: bars ? 0 : 1.75,
                spanGaps: true,
                points: { show: x.values.length < 40 && !bars && !dash, size: 5, fill: color(name) },
                value: (_plot, value: number | null) => (value === null ? "" : y.format(value)),
                ...(dash && { dash: [6, 5] }),
                ...(bars && barPaths && { fill: color(name), paths: barPaths }),
            })),
        ],
        hooks: {
            draw: [
                (plot) =>
                    drawMarks(
                        plot,
                        marks.map((mark) => ({ ...mark, paint: color(mark.color) })),
                        font,
                    ),
            ],
        },
    };
}

/** What a label of a horizontal axis takes, and of a vertical one, in pixels. */
const labelRoom = [48, 24] as const;

/** Of an axis of powers of ten 1, 2 and 5 of each where their labels have room, else the powers alone. */
function roundOnes({ bbox }: uPlot, splits: number[], axis: number): (number | null)[] {
    const powers = Math.log10((splits.at(-1) ?? 1) / (splits[0] ?? 1));
    const length = (axis === 0 ? bbox.width : bbox.height) / devicePixelRatio;
    const wanted = 3 * powers * labelRoom[axis === 0 ? 0 : 1] <= length ? [1, 2, 5] : [1];
    // Rounded as text: what is 0.5 to a reader may be 0.49999 to the computer.
    const isWanted = (value: number): boolean => wanted.includes(Number(value.toExponential(3).split("e")[0]));
    return splits.map((value) => (isWanted(value) ? value : null));
}

/**
 * Bars and lines of quantities begin at nothing, or a small change would look like a great one. Marks have their labels
 * above them.
 */
function fromZero(most: number, isMarked: boolean): [number, number] {
    return [0, most > 0 ? most * (isMarked ? 1.25 : 1.08) : 1];
}

/** Marks from top to bottom with their labels: one that would lie on another goes a line down. */
function drawMarks(plot: uPlot, marks: readonly (Mark & { readonly paint: string })[], font: string): void {
    const { ctx, bbox } = plot;
    const unit = devicePixelRatio;
    const lineEnds: number[] = [];
    ctx.save();
    ctx.font = font.replace("12px", `${12 * unit}px`);
    ctx.textAlign = "left";
    ctx.lineWidth = unit;
    for (const { at, label, paint } of marks.toSorted((a, b) => a.at - b.at)) {
        const x = plot.valToPos(at, "x", true);
        if (x < bbox.left || x > bbox.left + bbox.width) continue;
        ctx.strokeStyle = paint;
        ctx.fillStyle = paint;
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
        const width = ctx.measureText(label).width;
        const isRight = x > bbox.left + bbox.width * 0.85;
        const left = isRight ? x - 4 * unit - width : x + 4 * unit;
        const free = lineEnds.findIndex((end) => end < left);
        const line = free < 0 ? lineEnds.length : free;
        lineEnds[line] = left + width + 4 * unit;
        ctx.fillText(label, left, bbox.top + (12 + 14 * line) * unit);
    }
    ctx.restore();
}

/** A colour of the style sheet as it is just now. */
function colorOf(place: HTMLElement, name: Color | "line"): string {
    const probe = place.appendChild(document.createElement("span"));
    probe.style.color = `var(--${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
}
