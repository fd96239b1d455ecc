import type pg from "pg";
import { loadSqlParser } from "../core/sql-text.ts";
import type { Mutant } from "./mutant.ts";
import type { Operator } from "./operator.ts";
import { operators } from "./operators/all-operators.ts";
import { readSchema } from "./read-schema.ts";
import type { Schema } from "./schema.ts";

/** Where dbmate writes down what was applied; to break it breaks no promise of the schema. */
const migrationsTable = "public.schema_migrations";

/**
 * Every mutant of the database that the client is connected to, in the order of operators and names. The database is
 * only read.
 *
 * @param except tables to leave out, with their schemas
 */
export async function deriveMutants(
    client: pg.Client,
    except: readonly string[] = [migrationsTable],
): Promise<readonly Mutant[]> {
    return mutantsOfSchema(await readSchema(client, except));
}

/** Every mutant of a schema that was read. */
export async function mutantsOfSchema(schema: Schema): Promise<readonly Mutant[]> {
    await loadSqlParser();
    return markDuplicates(operators.flatMap((operator) => mutantsOf(operator, schema)));
}

function mutantsOf(operator: Operator, schema: Schema): Mutant[] {
    const seen = new Map<string, number>();
    return operator.derive(schema).map((draft) => {
        const { subject, variant, planting = "transaction", oracle = "tests", ...rest } = draft;
        const id = [operator.name, subject, ...(variant === undefined ? [] : [variant])].join(" ");
        const earlier = seen.get(id) ?? 0;
        seen.set(id, earlier + 1);
        return {
            id: earlier === 0 ? id : `${id} #${earlier + 1}`,
            operator: operator.name,
            class: operator.class,
            planting,
            oracle,
            ...rest,
        };
    });
}

/** Of mutants that are planted by the same statements, the first is enough. */
function markDuplicates(mutants: readonly Mutant[]): Mutant[] {
    const first = new Map<string, Mutant>();
    return mutants.map((mutant) => {
        const key = JSON.stringify(mutant.sql);
        const twin = first.get(key);
        if (!twin) first.set(key, mutant);
        if (!twin || mutant.ineffective) return mutant;
        return { ...mutant, ineffective: { kind: "duplicate", reason: `it is planted as ${twin.id} is` } };
    });
}
