import type { Dataset } from "../../src/data/dataset.ts";
import { enumeration, numeric, text, timestamptz, uuid } from "../../src/data/encoders.ts";
import { Identifiers } from "../../src/data/identifier.ts";
import { type ColumnKinds, defineTable, type Table } from "../../src/data/model.ts";
import { Stream } from "../../src/data/random.ts";
import { identityOrder } from "../../src/data/row-order.ts";

/** Two tables, an enumerated type, and foreign keys of every standing. */
export const smallSchema = `
    create type mood as enum ('sad', 'glad');
    create table person (
        id uuid primary key,
        name varchar(20) not null unique,
        mood mood not null,
        friend uuid references person (id) deferrable initially deferred,
        born timestamptz not null default now()
    );
    create table loan (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        lender uuid constraint loan_lender_fkey references person (id) not enforced,
        amount numeric(8, 2) not null constraint amount_positive check (amount > 0),
        doubled numeric generated always as (amount * 2) stored
    );
`;

const epoch = Date.UTC(2025, 0, 1);

/** What a test may change about the dataset. */
export interface Changes {
    readonly loans?: number;
    /** The row of the person that a loan belongs to. */
    readonly personOf?: (loan: number) => number;
    readonly amountOf?: (loan: number) => number;
    /** Called before a loan is written. */
    readonly onLoan?: (loan: number) => void;
    readonly migrated?: Dataset["migrated"];
    /** Used in place of the model of persons. */
    readonly persons?: Table;
}

const people = 100;

function personColumns(column: ColumnKinds<{ readonly row: number }>, ids: Identifiers) {
    const at = (row: number): number => epoch + row * 1_000;
    return {
        id: column.of(uuid, ({ row }) => ids.of(row, at(row))),
        name: column.of(text, ({ row }) => `person ${row}`),
        mood: column.of(enumeration(["sad", "glad"]), ({ row }) => (row % 3 === 0 ? "sad" : "glad")),
        // Later rows are friends of the next one: no order of rows would satisfy the foreign key.
        friend: column.orNull(uuid, ({ row }) => (row + 1 < people ? ids.of(row + 1, at(row + 1)) : null)),
        born: column.of(timestamptz, ({ row }) => at(row)),
    };
}

/** Persons and their loans, correct unless changed. */
export function smallDataset(changes: Changes = {}): Dataset {
    return {
        name: "small",
        sources: [],
        migrated: changes.migrated ?? [],
        tables: ({ seed, scale }) => {
            const persons = new Identifiers(seed, "person");
            const loans = new Identifiers(seed, "loan");
            const amounts = new Stream(seed, "loan.amount");
            const { loans: count = Math.round(1_000 * scale) } = changes;
            return [
                // First the table that refers to the other one.
                defineTable({
                    name: "loan",
                    rows: count,
                    order: identityOrder(count),
                    facts: (row) => {
                        changes.onLoan?.(row);
                        return { row };
                    },
                    columns: (column) => ({
                        id: column.of(uuid, ({ row }) => loans.of(row, epoch + row)),
                        person_id: column.of(uuid, ({ row }) => {
                            const person = changes.personOf?.(row) ?? row % people;
                            return persons.of(person, epoch + person * 1_000);
                        }),
                        lender: column.orNull(uuid, ({ row }) => loans.of(row, 0)),
                        amount: column.of(
                            numeric(2),
                            ({ row }) => changes.amountOf?.(row) ?? 1 + amounts.below(row, 500),
                        ),
                    }),
                }),
                changes.persons ??
                    defineTable({
                        name: "person",
                        rows: people,
                        facts: (row) => ({ row }),
                        columns: (column) => personColumns(column, persons),
                    }),
            ];
        },
    };
}
