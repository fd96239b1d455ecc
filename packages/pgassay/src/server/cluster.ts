import type { Progress } from "../core/progress.ts";

/** One database and how to reach it. */
export interface Database {
    readonly name: string;
    /** A libpq URL that node-postgres, psql and dbmate all accept. */
    readonly url: string;
}

/**
 * How a template database is made. Two recipes with equal names, inputs and bases are the same recipe: what `build`
 * does must follow from `inputs`, because a template that exists is never built again.
 */
export interface Recipe {
    /** Kebab case, shown in progress and in the template's name: `schema`. */
    readonly name: string;
    /** Everything the result depends on: contents of files, versions, a scale. Hashed, in order. */
    readonly inputs: readonly string[];
    /** The recipe whose template this one starts from; without it the database starts empty. */
    readonly base?: Recipe;
    /** Roughly how large the database becomes, its bases included; decides between tmpfs and disk. By default 100 MB. */
    readonly expectedBytes?: number;
    /** Fills the database. It may open connections but must close them; a throw leaves no template behind. */
    build(database: Database, progress: Progress): Promise<void>;
}

/** A finished database that nobody connects to and clones are made from. */
export interface Template {
    readonly recipe: Recipe;
    readonly name: string;
}

/** Clones of one template for work that takes many, one after the other or side by side. */
export interface ClonePool {
    /** Says how many clones will be taken from now on, so that some of them lie ready by then. */
    prepare(count: number): void;
    /** A clone for the caller alone, who drops it or keeps it. */
    take(): Promise<Database>;
    /** Drops a clone while the caller goes on; the pool does not end before that is done. */
    drop(clone: Database): void;
}

/** A running PostgreSQL server. Embedded servers and servers behind a URL pass one conformance suite. */
export interface Cluster {
    /** `server_version` up to the first space: `18.4`. */
    readonly serverVersion: string;
    /** Where its files lie; undefined when they are not ours to change, as those of a server behind a URL. */
    readonly dataDirectory?: string;
    /** A database of this cluster by name; nothing is checked. */
    database(name: string): Database;
    /** The URL of a database over TCP, with a password, for clients that know no unix sockets. */
    tcpUrl(database: Database): string;
    /** Makes the template of a recipe, and those of its bases, or finds it made. Safe to call from several processes. */
    ensureTemplate(recipe: Recipe, progress: Progress): Promise<Template>;
    /**
     * Drops the templates that a recipe needed and its successor does not. On a server behind a URL they stay, for
     * another run may start from them.
     */
    dropSuperseded(recipe: Recipe, successor: Recipe): Promise<void>;
    /** Makes a clone, hands it to `use`, and drops it whatever `use` does. */
    withClone<T>(template: Template, use: (database: Database) => Promise<T>): Promise<T>;
    /** Makes clones as `use` takes them. What it took and did not drop stays until the cluster ends. */
    withClones<T>(template: Template, use: (clones: ClonePool) => Promise<T>): Promise<T>;
}

export interface ClusterOptions {
    /** A server to use instead of an embedded one: `DATABASE_URL`. */
    readonly url?: string;
    /** The template the work needs; an embedded server that has made it once starts with it the next time. */
    readonly recipe: Recipe;
    readonly progress: Progress;
}
