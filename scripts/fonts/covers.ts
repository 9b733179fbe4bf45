/**
 * The spelling of a cluster that a face has: HarfBuzz composes and decomposes as the font needs, so any will do.
 * @param points
 *   Code points the face has.
 * @param cluster
 *   One of `clustersOf`.
 * @returns
 *   Empty where it has none.
 */
export function usable(points: ReadonlySet<number>, cluster: string): string {
  const spellings = [cluster, cluster.normalize("NFC"), cluster.normalize("NFD")];
  return spellings.find((spelling) => missing(points, spelling).length === 0) ?? "";
}

/**
 * Whether a face has all of a cluster, in one spelling or another.
 * @param points
 *   Code points the face has.
 * @param cluster
 *   One of `clustersOf`.
 * @returns
 *   Whether it can set it.
 */
export function covers(points: ReadonlySet<number>, cluster: string): boolean {
  return cluster === "" || usable(points, cluster) !== "";
}

/** The characters of a text that a face lacks. */
export function missing(points: ReadonlySet<number>, text: string): string[] {
  return [...text].filter((character) => !points.has(point(character)));
}

function point(character: string): number {
  return character.codePointAt(0) as number;
}
