/** What a dataset is made of, and how it gets into a database. */

export { ByteWriter, type FixedText, fixedText } from "./byte-writer.ts";
export { dayMs, startOfWeek, weekMs, workingTime } from "./calendar.ts";
export { copyChunks, copyDigest, type CopyChunk } from "./copy.ts";
export { datasetInputs, type Dataset, type DatasetOptions, type DatasetOrigin, type TableFile } from "./dataset.ts";
export { Discrete, logNormal, uniform, weighted, zipf, zipfWeights, type Quantile } from "./distributions.ts";
export {
    boolean,
    date,
    enumeration,
    integer,
    ipv4,
    numeric,
    text,
    textArray,
    timestamptz,
    uuid,
    uuidArray,
    uuidText,
    type Encoder,
} from "./encoders.ts";
export { Forest, type ForestPlace } from "./forest.ts";
export { withGenerators, type Generators } from "./generators.ts";
export { apportion, Groups, groupsOf } from "./groups.ts";
export { Identifiers, type Uuid } from "./identifier.ts";
export { JsonWriter } from "./json-writer.ts";
export type { LoadedTable } from "./copy-in.ts";
export { loadDataset, type LoadOptions, type LoadResult } from "./load.ts";
export { defineTable, type Column, type ColumnKinds, type Model, type Table } from "./model.ts";
export { capitalised, numberFrom, oneOf, phrase, repeated, sometimes, textOf, words, type Prose } from "./prose.ts";
export { Draws, mix, Stream } from "./random.ts";
export { chronological, following, identityOrder, orderedBy, type RowOrder, type Timeline } from "./row-order.ts";
export { someOf } from "./some-of.ts";
export { stageAt, type Stage } from "./stages.ts";
