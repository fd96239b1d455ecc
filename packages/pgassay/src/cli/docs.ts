import { relative } from "node:path";
import { comparePages, writePages } from "../catalog/page-files.ts";
import { documentationPages } from "../catalog/pages.ts";
import { readCatalog } from "../catalog/read-catalog.ts";
import { counted, grouped } from "../core/counted.ts";
import { exitCode } from "../core/errors.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { renderVerdict } from "../report/findings.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { defineCommand } from "./command.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required, serverUrl } from "./settings.ts";

export const docsCommand = defineCommand("docs", {
    flags: {
        check: { type: "boolean", help: "write nothing; exit 1 when the pages are not what the catalog says" },
        ...findingFlags,
    },
    notes:
        "The pages go to the directory `docs` of the configuration. What they say beyond names and definitions are the\n" +
        "comments of the schema (`comment on`).",
    async run(values, _operands, context) {
        const config = await configFor(values, context);
        const directory = required(config, "docs", "docs");
        const recipe = await schemaRecipe(config.migrations);
        const { progress } = context;
        const catalog = await withCloneOf({ recipe, progress, ...serverUrl(values, context) }, (clone) =>
            readCatalog(clone, [config.migrations.migrationsTable]),
        );
        const pages = documentationPages(catalog);
        const shown = relative(context.workingDirectory, directory) || ".";
        if (!values.check) {
            const result = await writePages(directory, pages);
            const { written, removed } = result;
            const text = `wrote ${grouped(written.length)} of ${counted(pages.size, "page")} in ${shown}, removed ${removed.length}`;
            context.print(values.json ? JSON.stringify(result) : text);
            return exitCode.fine;
        }
        const findings = await comparePages(directory, pages);
        await writeFindingFiles({ verb: "docs", findings, config }, values, context);
        const fine = `${shown} says what the catalog says, on ${counted(pages.size, "page")}`;
        const text = renderVerdict(findings, fine, context);
        context.print(values.json ? JSON.stringify(findings) : text);
        return findings.length === 0 ? exitCode.fine : exitCode.findings;
    },
});
