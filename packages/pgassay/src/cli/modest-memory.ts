import { setFlagsFromString } from "node:v8";

// Both hold for the whole process and for good (ADR 0147): they are for a program to call, and never for a library.

/**
 * Has V8 compile the parser of SQL once, and not a second time, optimised. Its grammar is one function of WebAssembly, and
 * that takes 20 MB on Node 20 and 500 on Node 24, and more time than parsing ever gets back.
 */
export function compileParserOnce(): void {
    setFlagsFromString("--no-wasm-tier-up");
    setFlagsFromString("--no-wasm-dynamic-tiering");
}

/**
 * Has V8 look at what is new after each MB and not when 32 have gathered. It is for who keeps little: a load takes 9 % longer,
 * and what is timed would be interrupted more often than in other programs.
 */
export function collectGarbageEarly(): void {
    setFlagsFromString("--semi-space-growth-factor=1");
}
