/**
 * Probabilities adjusted for having asked several questions at once, by Holm's step-down method ("A simple sequentially
 * rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979): whoever rejects what is below α is
 * wrong about any of them with probability α at most, however the questions depend on each other.
 *
 * @returns the adjusted probabilities in the order given
 */
export function adjustedP(probabilities: readonly number[]): number[] {
    const adjusted = probabilities.map(() => 1);
    let atLeast = 0;
    const ascending = [...probabilities.entries()].toSorted(([, a], [, b]) => a - b);
    for (const [place, [index, p]] of ascending.entries()) {
        atLeast = Math.max(atLeast, Math.min(1, p * (probabilities.length - place)));
        adjusted[index] = atLeast;
    }
    return adjusted;
}
