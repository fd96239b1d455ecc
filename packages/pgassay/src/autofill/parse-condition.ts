import type { Node } from "libpg-query";
import { parseSql } from "../core/sql-text.ts";
import type { Comparison, Condition, Operand } from "./condition.ts";
import { isTextual, knownCalls } from "./condition.ts";
import { constantOf } from "./constant.ts";
import { comparable, inMilliseconds } from "./day-units.ts";
import { patternOf, similarSource } from "./pattern-source.ts";
import type { Value, ValueType } from "./value-type.ts";

/** What the names in an expression stand for. */
export interface Names {
    readonly types: ReadonlyMap<string, ValueType | undefined>;
    /** The column that `VALUE` stands for, in the check of a domain. */
    readonly valueColumn?: string | undefined;
}

/**
 * What a check says. Parts that are not understood become `unknown`; the rest still guides the rows.
 *
 * @param sql an expression as PostgreSQL writes it out
 */
export function parseCondition(sql: string, names: Names): Condition {
    const tree = parseExpression(sql);
    return tree === undefined ? { kind: "unknown", sql } : new Reader(sql, names).condition(tree);
}

/** What an expression of an index has for a value, or undefined if that is not understood. */
export function parseOperand(sql: string, names: Names): Operand | undefined {
    const tree = parseExpression(sql);
    return tree && new Reader(sql, names).operand(tree);
}

function parseExpression(sql: string): Node | undefined {
    const statements = parseSql(`select ${sql}`);
    if ("message" in statements) return undefined;
    const tree = statements[0]?.tree;
    const target = tree && "SelectStmt" in tree ? tree.SelectStmt.targetList?.[0] : undefined;
    return target && "ResTarget" in target ? target.ResTarget.val : undefined;
}

const comparisons: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** How many conditions are counted at most: every one doubles the cases. */
const countedAtMost = 6;

/** Reads trees of the parser. A node that it does not know becomes `unknown`, or undefined where a value is wanted. */
class Reader {
    readonly #sql: string;
    readonly #names: Names;

    constructor(sql: string, names: Names) {
        this.#sql = sql;
        this.#names = names;
    }

    condition(node: Node): Condition {
        return this.#condition(node) ?? { kind: "unknown", sql: this.#sql };
    }

    operand(node: Node): Operand | undefined {
        if ("TypeCast" in node) return this.#cast(node.TypeCast);
        if ("A_Const" in node) return constantOperand(constantOf(node, undefined));
        if ("ColumnRef" in node) return this.#column(node);
        if ("CoalesceExpr" in node) return this.#call("coalesce", node.CoalesceExpr.args ?? []);
        if ("MinMaxExpr" in node) {
            return this.#call(node.MinMaxExpr.op === "IS_GREATEST" ? "greatest" : "least", node.MinMaxExpr.args ?? []);
        }
        if ("SQLValueFunction" in node) return { kind: "now" };
        if ("CollateClause" in node) return node.CollateClause.arg && this.operand(node.CollateClause.arg);
        if ("FuncCall" in node) return this.#function(lastName(node.FuncCall.funcname), node.FuncCall.args ?? []);
        if ("A_Expr" in node && node.A_Expr.kind === "AEXPR_OP") {
            const name = lastName(node.A_Expr.name);
            const sides = [node.A_Expr.lexpr, node.A_Expr.rexpr].filter((side) => side !== undefined);
            const [first, second] = sides.map((side) => this.operand(side));
            // A sum of counts is a count.
            if (name === "+" && first?.kind === "count" && second?.kind === "count") {
                return { kind: "count", of: [...first.of, ...second.of] };
            }
            if (sides.length === 2) return this.#call(name, sides);
            if (name === "-" && first?.kind === "constant" && typeof first.value === "number") {
                return { kind: "constant", value: -first.value };
            }
        }
        return undefined;
    }

    #condition(node: Node): Condition | undefined {
        if ("BoolExpr" in node) {
            const parts = (node.BoolExpr.args ?? []).map((part) => this.condition(part));
            const [first] = parts;
            if (node.BoolExpr.boolop === "NOT_EXPR") return first && { kind: "not", of: first };
            return { kind: node.BoolExpr.boolop === "AND_EXPR" ? "all" : "any", of: parts };
        }
        if ("NullTest" in node) {
            const operand = node.NullTest.arg && this.operand(node.NullTest.arg);
            if (operand === undefined) return undefined;
            const isNull: Condition = { kind: "null", operand };
            return node.NullTest.nulltesttype === "IS_NULL" ? isNull : { kind: "not", of: isNull };
        }
        if ("A_Expr" in node) return this.#comparison(node.A_Expr);
        if ("CaseExpr" in node) return this.#case(node.CaseExpr);
        if ("BooleanTest" in node) return this.#booleanTest(node.BooleanTest);
        if ("FuncCall" in node) return undefined;
        if ("TypeCast" in node && !isBooleanCast(node)) return undefined;
        const operand = this.operand(node);
        if (operand?.kind === "constant") {
            return operand.value === "true" ? { kind: "all", of: [] } : { kind: "any", of: [] };
        }
        return operand && { kind: "among", operand, values: ["true"] };
    }

    #comparison(node: Extract<Node, { A_Expr: unknown }>["A_Expr"]): Condition | undefined {
        const { lexpr, rexpr } = node;
        const name = lastName(node.name);
        if (lexpr === undefined || rexpr === undefined) return undefined;
        switch (node.kind) {
            case "AEXPR_OP_ANY":
            case "AEXPR_OP_ALL": {
                const operand = this.operand(lexpr);
                const values = arrayValues(rexpr);
                if (operand === undefined || values === undefined) return undefined;
                const among: Condition = { kind: "among", operand, values };
                if (name === "=" && node.kind === "AEXPR_OP_ANY") return among;
                return name === "<>" && node.kind === "AEXPR_OP_ALL" ? { kind: "not", of: among } : undefined;
            }
            case "AEXPR_DISTINCT":
            case "AEXPR_NOT_DISTINCT": {
                const isDistinct = this.#distinct(lexpr, rexpr);
                if (isDistinct === undefined || node.kind === "AEXPR_DISTINCT") return isDistinct;
                return { kind: "not", of: isDistinct };
            }
            case "AEXPR_OP":
                break;
            default:
                return undefined;
        }
        if (isCondition(lexpr) || isCondition(rexpr)) return this.#agreement(lexpr, name, rexpr);
        const sides = [this.operand(lexpr), this.operand(rexpr)];
        if (sides[0] === undefined || sides[1] === undefined) return undefined;
        const [left, right] = comparable(sides[0], sides[1], this.#names.types);
        if (left === undefined || right === undefined) return undefined;
        if (left.kind === "call" && left.name === "coalesce" && left.of.length === 2) {
            return this.#alternatives(left.of, (operand) => simple(operand, name, right));
        }
        return simple(left, name, right);
    }

    /** `(status = 'paid') = (paid_at is not null)`: both hold or neither. */
    #agreement(left: Node, name: string, right: Node): Condition | undefined {
        if (name !== "=" && name !== "<>") return undefined;
        const [a, b] = [this.condition(left), this.condition(right)];
        const otherwise: Condition = { kind: "not", of: b };
        const no: Condition = { kind: "not", of: a };
        const pairs =
            name === "="
                ? [
                      [a, b],
                      [no, otherwise],
                  ]
                : [
                      [a, otherwise],
                      [no, b],
                  ];
        return { kind: "any", of: pairs.map((of) => ({ kind: "all", of }) as const) };
    }

    /** A comparison of `coalesce(a, b)`: of `a` where it is not null, else of `b`. */
    #alternatives(
        [first, second]: readonly Operand[],
        compare: (operand: Operand) => Condition | undefined,
    ): Condition | undefined {
        const one = first && compare(first);
        const other = second && compare(second);
        if (first === undefined || one === undefined || other === undefined) return undefined;
        const isNull: Condition = { kind: "null", operand: first };
        return {
            kind: "any",
            of: [
                { kind: "all", of: [{ kind: "not", of: isNull }, one] },
                { kind: "all", of: [isNull, other] },
            ],
        };
    }

    #distinct(lexpr: Node, rexpr: Node): Condition | undefined {
        const [left, right] = [this.operand(lexpr), this.operand(rexpr)];
        if (left === undefined || right === undefined) return undefined;
        const leftNull: Condition = { kind: "null", operand: left };
        const rightNull: Condition = { kind: "null", operand: right };
        const not = (of: Condition): Condition => ({ kind: "not", of });
        return {
            kind: "any",
            of: [
                {
                    kind: "all",
                    of: [not(leftNull), not(rightNull), { kind: "compare", left, comparison: "<>", right }],
                },
                { kind: "all", of: [leftNull, not(rightNull)] },
                { kind: "all", of: [not(leftNull), rightNull] },
            ],
        };
    }

    /** The first branch whose condition holds decides. */
    #case(node: Extract<Node, { CaseExpr: unknown }>["CaseExpr"]): Condition | undefined {
        const { arg } = node;
        const ways: Condition[] = [];
        const before: Condition[] = [];
        for (const branch of node.args ?? []) {
            if (!("CaseWhen" in branch)) return undefined;
            const { expr, result } = branch.CaseWhen;
            if (expr === undefined || result === undefined) return undefined;
            const when = arg === undefined ? this.condition(expr) : this.#equal(arg, expr);
            if (when === undefined) return undefined;
            // A condition that is null is passed over like one that is false.
            const holds: Condition = { kind: "is", of: when, value: true };
            ways.push({ kind: "all", of: [...before, holds, this.condition(result)] });
            before.push({ kind: "not", of: holds });
        }
        ways.push({ kind: "all", of: [...before, ...(node.defresult ? [this.condition(node.defresult)] : [])] });
        return { kind: "any", of: ways };
    }

    #equal(lexpr: Node, rexpr: Node): Condition | undefined {
        const [left, right] = [this.operand(lexpr), this.operand(rexpr)];
        return left && right && { kind: "compare", left, comparison: "=", right };
    }

    #booleanTest({ arg, booltesttype }: Extract<Node, { BooleanTest: unknown }>["BooleanTest"]): Condition | undefined {
        if (arg === undefined) return undefined;
        const of = this.condition(arg);
        const is = (value: boolean): Condition => ({ kind: "is", of, value });
        switch (booltesttype) {
            case "IS_TRUE":
                return is(true);
            case "IS_NOT_TRUE":
                return { kind: "not", of: is(true) };
            case "IS_FALSE":
                return is(false);
            case "IS_NOT_FALSE":
                return { kind: "not", of: is(false) };
            default:
                return undefined;
        }
    }

    #function(name: string, args: readonly Node[]): Operand | undefined {
        switch (name) {
            case "now":
            case "clock_timestamp":
            case "statement_timestamp":
            case "transaction_timestamp":
                return { kind: "now" };
            case "num_nonnulls":
            case "num_nulls": {
                const operands = args.map((arg) => this.operand(arg)).filter((operand) => operand !== undefined);
                if (operands.length < args.length) return undefined;
                const nulls = operands.map((operand): Condition => ({ kind: "null", operand }));
                return {
                    kind: "count",
                    of: name === "num_nulls" ? nulls : nulls.map((of): Condition => ({ kind: "not", of })),
                };
            }
            case "similar_to_escape": {
                const pattern = args[0] && this.operand(args[0]);
                if (pattern?.kind !== "constant" || typeof pattern.value !== "string" || args.length > 1)
                    return undefined;
                return { kind: "constant", value: similarSource(pattern.value) };
            }
            default:
                return this.#call(name, args);
        }
    }

    #call(name: string, args: readonly Node[]): Operand | undefined {
        if (!knownCalls.has(name)) return undefined;
        const of = args.map((arg) => this.operand(arg)).filter((operand) => operand !== undefined);
        if (of.length < args.length) return undefined;
        const inDays = inMilliseconds(name, of, this.#names.types);
        if (inDays !== undefined) return inDays === "unknown" ? undefined : inDays;
        const [first] = of;
        const type = first?.kind === "column" ? this.#names.types.get(first.name) : undefined;
        if (!isTextual(name) || type === undefined || type.kind === "text") return { kind: "call", name, of };
        // The length of bytes is not that of the text that stands for them here.
        return name.endsWith("length") ? { kind: "call", name: "size", of } : undefined;
    }

    #column(node: Extract<Node, { ColumnRef: unknown }>): Operand | undefined {
        const [first, ...more] = node.ColumnRef.fields ?? [];
        if (first === undefined || more.length > 0 || !("String" in first)) return undefined;
        const name = first.String.sval ?? "";
        const { valueColumn } = this.#names;
        return { kind: "column", name: name === "value" && valueColumn !== undefined ? valueColumn : name };
    }

    #cast({ arg, typeName }: Extract<Node, { TypeCast: unknown }>["TypeCast"]): Operand | undefined {
        if (arg === undefined) return undefined;
        const name = lastName(typeName?.names);
        if (isCondition(arg)) return name === "int4" ? { kind: "count", of: [this.condition(arg)] } : undefined;
        if ("A_Const" in arg) return constantOperand(constantOf(arg, name));
        // A day is not the time it is taken from; other casts leave what is compared as it is.
        const operand = this.operand(arg);
        return name === "date" && operand?.kind !== "now" ? undefined : operand;
    }
}

function simple(left: Operand, name: string, right: Operand): Condition | undefined {
    if (comparisons.has(name)) {
        const comparison = name as Comparison;
        if (left.kind === "count") return counted(left.of, comparison, right);
        return { kind: "compare", left, comparison, right };
    }
    const isNegated = name.startsWith("!");
    const pattern = right.kind === "constant" ? patternOf(name.replace("!", ""), right.value) : undefined;
    if (pattern === undefined) return undefined;
    const match: Condition = { kind: "match", operand: left, pattern };
    return isNegated ? { kind: "not", of: match } : match;
}

/** How many of some conditions hold, as the cases in which the number is right. */
function counted(conditions: readonly Condition[], comparison: Comparison, right: Operand): Condition | undefined {
    if (right.kind !== "constant" || typeof right.value !== "number" || conditions.length > countedAtMost) {
        return undefined;
    }
    const limit = right.value;
    const suits = (count: number): boolean =>
        ({
            "=": count === limit,
            "<>": count !== limit,
            "<": count < limit,
            "<=": count <= limit,
            ">": count > limit,
            ">=": count >= limit,
        })[comparison];
    const cases = Array.from({ length: 2 ** conditions.length }, (_, bits) =>
        conditions.map((condition, i): Condition => ((bits >> i) & 1 ? condition : { kind: "not", of: condition })),
    );
    const holding = (bits: number): number => conditions.filter((_, i) => (bits >> i) & 1).length;
    return {
        kind: "any",
        of: cases.filter((_, bits) => suits(holding(bits))).map((of) => ({ kind: "all", of }) as const),
    };
}

/** Whether a tree has the form of a condition, so that an operator beside it compares truths. */
function isCondition(node: Node): boolean {
    if ("NullTest" in node || "BoolExpr" in node || "BooleanTest" in node) return true;
    if (!("A_Expr" in node)) return false;
    const name = lastName(node.A_Expr.name);
    return node.A_Expr.kind !== "AEXPR_OP" || comparisons.has(name) || /^!?~/.test(name);
}

function isBooleanCast(node: Extract<Node, { TypeCast: unknown }>): boolean {
    return lastName(node.TypeCast.typeName?.names) === "bool";
}

function arrayValues(node: Node): Value[] | undefined {
    if ("TypeCast" in node && node.TypeCast.arg !== undefined) return arrayValues(node.TypeCast.arg);
    if (!("A_ArrayExpr" in node)) return undefined;
    const values = (node.A_ArrayExpr.elements ?? []).map((element) => {
        if (!("TypeCast" in element) || element.TypeCast.arg === undefined) return constantOf(element, undefined);
        return constantOf(innermost(element), lastName(element.TypeCast.typeName?.names));
    });
    return values.includes(undefined) ? undefined : (values as Value[]);
}

function innermost(node: Node): Node {
    return "TypeCast" in node && node.TypeCast.arg !== undefined ? innermost(node.TypeCast.arg) : node;
}

function constantOperand(value: Value | undefined): Operand | undefined {
    return value === undefined ? undefined : { kind: "constant", value };
}

/** The last part of a qualified name. */
function lastName(names: readonly Node[] | undefined): string {
    const last = names?.at(-1);
    return last && "String" in last ? (last.String.sval ?? "") : "";
}
