import { inject, shallowRef, watch, type InjectionKey, type ShallowRef } from "vue";
import type { ReportIndex } from "../../src/report/html/report-data.ts";
import { unpack, unpackText } from "./unpack.ts";

export const reportKey: InjectionKey<ReportIndex> = Symbol("report");

/** The report that the page shows. */
export function useReport(): ReportIndex {
    const report = inject(reportKey);
    if (report === undefined) throw new Error("nothing provides the report");
    return report;
}

/** A part of the report that is unpacked now, and again whenever its name changes; undefined until it is there. */
export function useChunk<T>(nameOf: () => string): ShallowRef<T | undefined> {
    const { chunks } = useReport();
    const value = shallowRef<T>();
    const load = async (name: string): Promise<void> => {
        const number = chunks[name];
        value.value = undefined;
        const unpacked = number === undefined ? undefined : await unpack<T>(`chunk-${number}`);
        if (nameOf() === name) value.value = unpacked;
    };
    watch(nameOf, (name) => void load(name), { immediate: true });
    return value;
}

/** The text of a part that is no JSON. */
export async function chunkText({ chunks }: ReportIndex, name: string): Promise<string> {
    return unpackText(`chunk-${chunks[name]}`);
}
