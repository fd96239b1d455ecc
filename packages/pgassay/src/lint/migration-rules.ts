import type { AlterTableCmd, Node } from "libpg-query";
import type { Finding } from "../core/finding.ts";
import { migrationSection } from "../core/migration-file.ts";
import type { Direction, MigrationFile, MigrationSection } from "../core/migration-file.ts";
import { loadSqlParser, parseSql } from "../core/sql-text.ts";
import type { SqlStatement } from "../core/sql-text.ts";

const directions: readonly Direction[] = ["up", "down"];

type Section = MigrationSection & { readonly statements: readonly SqlStatement[] };

/** Where in a section something is wrong, from its first line, which is 1; and what. */
interface Problem {
    readonly code: string;
    readonly line: number;
    readonly message: string;
}

/**
 * Holds the statements of migrations against what dbmate makes of them, which squawk does not know. Both halves of a
 * file are read. What does not parse is left to squawk to say.
 */
export async function lintMigrations(files: readonly MigrationFile[]): Promise<Finding[]> {
    await loadSqlParser();
    return files.flatMap((file) =>
        directions.flatMap((direction) => {
            const section = migrationSection(file, direction);
            const statements = section === undefined ? [] : parseSql(section.sql);
            if (section === undefined || "message" in statements) return [];
            const problems = rules.flatMap((rule) => rule({ ...section, statements }));
            return problems.map(({ code, line, message }): Finding => ({
                code,
                severity: "error",
                subject: `${file.name}:${section.line + line - 1}`,
                message,
            }));
        }),
    );
}

const rules = [needsNoTransaction, ifNotExistsConcurrently, changesRowsUnderLock];

/** PostgreSQL runs several statements of one message in an implicit transaction, and that is how dbmate sends a section. */
function needsNoTransaction({ isTransactional, statements }: Section): Problem[] {
    if (!isTransactional && statements.length === 1) return [];
    return statements.flatMap(({ tree, line }) => {
        const what = refusesTransaction(tree);
        if (what === undefined) return [];
        const message = isTransactional
            ? `${what} cannot run in a transaction: begin the section with transaction:false, and give it a file of its own`
            : `${what} must be the only statement of its section, because dbmate sends all of it at once: move it to a file of its own`;
        return [{ code: "migration-needs-no-transaction", line, message }];
    });
}

/** What a statement is called that fails in any transaction, or undefined for all others. */
function refusesTransaction(tree: Node): string | undefined {
    if ("IndexStmt" in tree && tree.IndexStmt.concurrent) return "create index concurrently";
    if ("DropStmt" in tree && tree.DropStmt.concurrent) return "drop index concurrently";
    if ("ReindexStmt" in tree && hasOption(tree.ReindexStmt.params, "concurrently")) return "reindex concurrently";
    if ("VacuumStmt" in tree && tree.VacuumStmt.is_vacuumcmd) return "vacuum";
    if ("AlterSystemStmt" in tree) return "alter system";
    const detaches = alterations(tree).some(
        ({ def }) => def !== undefined && "PartitionCmd" in def && def.PartitionCmd.concurrent,
    );
    return detaches ? "detach partition concurrently" : undefined;
}

/** A build that failed leaves an invalid index behind, which the next run takes for the one that is wanted. */
function ifNotExistsConcurrently({ statements }: Section): Problem[] {
    return statements
        .filter(({ tree }) => "IndexStmt" in tree && tree.IndexStmt.concurrent && tree.IndexStmt.if_not_exists)
        .map(({ line }) => ({
            code: "migration-concurrently-if-not-exists",
            line,
            message:
                "after a build that failed it does nothing and succeeds, and the index stays invalid: leave it out",
        }));
}

/** Forms of `alter table` beside which others may go on reading. */
const mildForms =
    /^AT_(ValidateConstraint|(Enable|Disable)(Trig|AlwaysTrig|ReplicaTrig)\w*|SetStatistics|SetOptions|ResetOptions|SetRelOptions|ResetRelOptions|ClusterOn|DropCluster|AttachPartition)$/;

/** `alter table` locks out every reader until the transaction ends, and changing rows takes as long as there are rows. */
function changesRowsUnderLock({ direction, statements }: Section): Problem[] {
    // Who reverts has other worries; and the rows of a table that was made just now are few.
    if (direction === "down") return [];
    const made = new Set<string>();
    const locked = new Set<string>();
    return statements.flatMap(({ tree, line }) => {
        if ("CreateStmt" in tree) made.add(nameOf(tree.CreateStmt.relation));
        if (alterations(tree).some(({ subtype = "" }) => !mildForms.test(subtype))) locked.add(tableOf(tree));
        const changed =
            "UpdateStmt" in tree
                ? nameOf(tree.UpdateStmt.relation)
                : "DeleteStmt" in tree
                  ? nameOf(tree.DeleteStmt.relation)
                  : undefined;
        if (changed === undefined || !locked.has(changed) || made.has(changed)) return [];
        const message = `changes rows of ${changed} while \`alter table\` above keeps everybody out: change them in a file of their own`;
        return [{ code: "migration-changes-rows-under-lock", line, message }];
    });
}

/** The parts of an `alter table`; none for other statements. */
function alterations(tree: Node): readonly AlterTableCmd[] {
    if (!("AlterTableStmt" in tree)) return [];
    return (tree.AlterTableStmt.cmds ?? []).flatMap((command) =>
        "AlterTableCmd" in command ? [command.AlterTableCmd] : [],
    );
}

function tableOf(tree: Node): string {
    return "AlterTableStmt" in tree ? nameOf(tree.AlterTableStmt.relation) : "";
}

function nameOf(relation: { readonly schemaname?: string; readonly relname?: string } | undefined): string {
    return [relation?.schemaname, relation?.relname].filter((part) => part !== undefined).join(".");
}

function hasOption(options: readonly Node[] | undefined, name: string): boolean {
    return (options ?? []).some((option) => "DefElem" in option && option.DefElem.defname === name);
}
