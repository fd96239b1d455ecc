/** How people call an object of a database: by its name, after its schema unless that is public. */
export function shownName({ schema, name }: { readonly schema: string; readonly name: string }): string {
    return schema === "public" ? name : `${schema}.${name}`;
}
