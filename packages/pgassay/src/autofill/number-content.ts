import { dayMs } from "../data/calendar.ts";
import type { NumberType } from "./value-type.ts";

/** Where the numbers of a column usually lie. */
export interface NumberContent {
    readonly least: number;
    readonly most: number;
    /** Whether small ones are more frequent than large ones. */
    readonly isSkewed: boolean;
    /** Whether later rows have greater values, as times of creation do. */
    readonly growsWithRows: boolean;
}

/** The two years that made-up rows were made in. */
const firstDay = Date.UTC(2023, 0, 1);
const lastDay = Date.UTC(2024, 11, 31);

function between(least: number, most: number, isSkewed = false, growsWithRows = false): NumberContent {
    return { least, most, isSkewed, growsWithRows };
}

const numbers: readonly (readonly [RegExp, NumberContent])[] = [
    [/lat(itude)?$/, between(-60, 70)],
    [/(lng|lon(gitude)?)$/, between(-180, 180)],
    [/(percent|pct|discount)/, between(0, 100)],
    [/(rate|ratio|share|probability|confidence|score)$/, between(0, 1)],
    [/(rating|stars)/, between(1, 5)],
    [/cents|minor/, between(100, 50_000, true)],
    [
        /(price|amount|total|cost|fee|balance|salary|budget|paid|revenue|tax|net|gross|debit|credit|limit)/,
        between(1, 500, true),
    ],
    [/(quantity|qty|(^|_)count|copies|seats|stock|attempt|retries)/, between(1, 20, true)],
    [/(^|_)age($|_)/, between(18, 90)],
    [/year/, between(1990, 2024)],
    [/month/, between(1, 12)],
    [/(week_?day|day_of_week|dow)/, between(0, 6)],
    [/(^|_)day($|_)/, between(1, 28)],
    [/(^|_)hour(s)?($|_)/, between(0, 23)],
    [/(position|ordinal|sort|order|rank|line|seq|level|depth|priority|step|place|floor)/, between(1, 10)],
    [/version|revision/, between(1, 9, true)],
    [/temp(erature)?|celsius/, between(-10, 40)],
    [/humidity/, between(20, 90)],
    [/(duration|seconds|minutes|(^|_)ms($|_))/, between(1, 3600, true)],
    [/(size|bytes|length)/, between(100, 1_000_000, true)],
    [/port$/, between(1024, 65_535)],
];

const times: readonly (readonly [RegExp, NumberContent])[] = [
    [/(birth|born|dob)/, between(Date.UTC(1950, 0, 1), Date.UTC(2005, 11, 31))],
    [/(publish|release|founded|established|hired|joined)/, between(Date.UTC(2000, 0, 1), lastDay)],
    [/(expire|valid_(to|until)|due|deadline|end|until|return)/, between(lastDay, lastDay + 365 * dayMs)],
    [
        /(create|insert|record|occur|log|sent|post|order|place|start|begin|valid_from|since|time|at$)/,
        between(firstDay, lastDay, false, true),
    ],
];

/** Where the numbers of a column usually lie, by its name. */
export function numberContent(name: string, { flavour, most }: NumberType): NumberContent {
    const of = (rules: readonly (readonly [RegExp, NumberContent])[]): NumberContent | undefined =>
        rules.find(([form]) => form.test(name.toLowerCase()))?.[1];
    switch (flavour) {
        case "date":
        case "time":
            return of(times) ?? between(firstDay, lastDay);
        case "clock":
            return between(8 * 3_600_000, 18 * 3_600_000);
        case "interval":
            return between(60_000, 3 * 86_400_000, true);
        case "decimal":
        case "integer":
            return of(numbers) ?? between(0, Math.min(most, flavour === "integer" ? 1000 : 100), true);
    }
}

/** How likely a column is null that may be. */
export function nullShare(name: string): number {
    if (/(delete|archive|cancel|revoke|retire|ban|suspend)/.test(name)) return 0.9;
    if (/(parent|manager|reply)/.test(name)) return 0.4;
    return /(note|comment|remark|middle|fax|until|end|close|complete|finish|return)/.test(name) ? 0.3 : 0.12;
}

/** How likely a truth value is true. */
export function trueShare(name: string): number {
    return /(active|enabled|verified|valid|visible|public|current)/.test(name) ? 0.85 : 0.25;
}
