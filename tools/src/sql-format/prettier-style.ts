import { format, type Options } from "prettier";
import * as sqlPlugin from "prettier-plugin-sql-cst";

/** The looks of our SQL, in the words of prettier-plugin-sql-cst. */
const sqlStyle: Options = {
    parser: "postgresql",
    plugins: [sqlPlugin],
    printWidth: 100,
    tabWidth: 4,
    sqlKeywordCase: "lower",
    sqlLiteralCase: "lower",
    sqlTypeCase: "lower",
    // PostgreSQL folds what is not quoted; so `UUID`, to the plugin a name like any other, may become `uuid`.
    sqlIdentifierCase: "lower",
    sqlFunctionCase: "lower",
    // Query files name their parameters.
    sqlParamTypes: [":name"],
    // What is written stays: `<>` is not turned into `!=`, no `as` is added.
    sqlCanonicalSyntax: false,
};

/**
 * Formats SQL. The plugin promises nothing: use `formatSql`, which proves the result.
 *
 * @throws a SyntaxError for what the plugin's parser does not know
 */
export async function prettierSql(sql: string): Promise<string> {
    return format(sql, sqlStyle);
}
