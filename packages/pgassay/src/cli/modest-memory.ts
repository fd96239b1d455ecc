import { setFlagsFromString } from "node:v8";

/**
 * Makes V8 take the memory that a command needs, not what a server would be given; it costs no time (ADR 0147). For the
 * whole process and for good, so it is for a program to call, before it loads anything, and never for a library.
 */
export function useModestMemory(): void {
    // The grammar of SQL is one function of WebAssembly. To compile it a second time, optimised, takes 20 MB on Node 20
    // and 500 on Node 24, and more time than parsing ever gets back.
    setFlagsFromString("--no-wasm-tier-up");
    setFlagsFromString("--no-wasm-dynamic-tiering");
    // What lives is small, so there is nothing to gain from letting 32 MB of garbage gather before it is looked at.
    setFlagsFromString("--semi-space-growth-factor=1");
}
