/** A statement of a test file as PostgreSQL's parser sees it. */
export interface ParsedStatement {
    /** One key, the type of the statement: `{ SelectStmt: … }`. */
    readonly tree: Readonly<Record<string, unknown>>;
    readonly line: number;
}

/** Statements about transactions that work within one that somebody else began. */
const nested = new Set(["TRANS_STMT_SAVEPOINT", "TRANS_STMT_RELEASE", "TRANS_STMT_ROLLBACK_TO"]);

/**
 * Why statements must not run inside a transaction that holds a mutant, as a clause about their file; nothing when they
 * may. What merely fails there, as `vacuum` does, shows when the file is tried; this finds what would do harm unseen.
 */
export function findOwnTransaction(statements: readonly ParsedStatement[]): string | undefined {
    for (const { tree, line } of statements) {
        const transaction = tree["TransactionStmt"] as { kind: string } | undefined;
        // A commit would keep the mutant.
        if (transaction && !nested.has(transaction.kind)) return `it begins or ends a transaction in line ${line}`;
        // Another session does not see what this one has not committed: it would find the schema whole.
        if (/"sval":"dblink/.test(JSON.stringify(tree))) return `it opens another session in line ${line}`;
    }
    return undefined;
}
