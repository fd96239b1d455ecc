import type { FunctionalComponent } from "vue";

const width = 88;
const height = 20;

/** Values in a line, from their least to their greatest; gaps where there are none. */
export const SparkLine: FunctionalComponent<{ values: readonly (number | null)[] }> = ({ values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length < 2) return null;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const points = values.flatMap((value, i) => {
        if (value === null) return [];
        const x = (i / (values.length - 1)) * width;
        const y = most === least ? height / 2 : height - 1 - ((value - least) / (most - least)) * (height - 2);
        return [`${x.toFixed(1)},${y.toFixed(1)}`];
    });
    return (
        <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
            <polyline points={points.join(" ")} />
        </svg>
    );
};
SparkLine.props = ["values"];
