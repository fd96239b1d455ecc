/** A migration as dbmate sees it. */
export interface MigrationFile {
    /** `20260101000001_initial_schema.sql`. */
    readonly name: string;
    /** The digits its name begins with. */
    readonly version: string;
    readonly text: string;
}

export type Direction = "up" | "down";

/** One half of a migration: what dbmate runs when it applies or reverts it. */
export interface MigrationSection {
    readonly direction: Direction;
    /** The line that begins it, from 1; its SQL starts on the next. */
    readonly line: number;
    /** The SQL, without the line that begins the section. */
    readonly sql: string;
    /** Whether dbmate runs it in a transaction: only the exact text `transaction:false` takes it out of one. */
    readonly isTransactional: boolean;
}

/** dbmate's patterns for the lines that begin a section; what follows the keyword are options. */
const directives: Record<Direction, RegExp> = {
    up: /^--\s*migrate:up(?:[^\S\n]*$|[^\S\n]+\S.*$)/gm,
    down: /^--\s*migrate:down(?:[^\S\n]*$|[^\S\n]+\S.*$)/gm,
};

/** The lines of a file that begin a section of this direction; dbmate heeds the first. */
export function sectionDirectives(file: MigrationFile, direction: Direction): string[] {
    return [...file.text.matchAll(directives[direction])].map(([line]) => line.trim());
}

/** The section of this direction, or undefined where the file has none. A file with several has its first. */
export function migrationSection(file: MigrationFile, direction: Direction): MigrationSection | undefined {
    const [match] = file.text.matchAll(directives[direction]);
    if (match === undefined) return undefined;
    const [directive] = match;
    const begin = match.index + directive.length;
    const other = file.text.slice(begin).search(directives[direction === "up" ? "down" : "up"]);
    return {
        direction,
        line: file.text.slice(0, match.index).split("\n").length,
        sql: file.text.slice(begin, other === -1 ? undefined : begin + other),
        isTransactional: !/\stransaction:false(?:\s|$)/.test(directive),
    };
}
