import { createHash } from "node:crypto";
import type { Recipe } from "./cluster.ts";

/** A digest of all that decides what a recipe's template holds, its bases included; 16 hexadecimal digits. */
export function recipeDigest(recipe: Recipe): string {
    return digestOf(lineage(recipe));
}

/** A digest of what a recipe adds to its base: the rows of a dataset are the same rows under another schema. */
export function ownDigest(recipe: Recipe): string {
    return digestOf([recipe]);
}

function digestOf(recipes: readonly Recipe[]): string {
    const hash = createHash("sha256");
    for (const { name, inputs } of recipes) {
        // Lengths keep ["ab", "c"] and ["a", "bc"] apart.
        for (const part of [name, String(inputs.length), ...inputs]) hash.update(`${Buffer.byteLength(part)}:${part}`);
    }
    return hash.digest("hex").slice(0, 16);
}

/** A recipe and its bases, the first base first. */
export function lineage(recipe: Recipe): Recipe[] {
    return recipe.base ? [...lineage(recipe.base), recipe] : [recipe];
}
