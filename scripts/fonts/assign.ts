import { clustersOf } from "./clusters.ts";
import { covers, missing, usable } from "./covers.ts";

/** A face that may serve: its name and the code points it has. */
export interface Candidate<Name> {
  name: Name;
  points: ReadonlySet<number>;
  /** Whether it serves signs only: such a face never sets a letter or a figure. */
  signs: boolean;
  /** Whether it only lends what others lack: such a face is never the main one. */
  lends?: boolean;
}

/** Who serves what. */
export interface Assignment<Name> {
  /** Faces in use, the text's main face first, with exactly the characters each serves. */
  served: Array<{ name: Name; characters: ReadonlySet<string> }>;
  /** Characters that no face has, in order of first appearance. */
  uncovered: string[];
}

const signs = /^[^\p{L}\p{N}]+$/u;

/**
 * Gives every grapheme cluster of a text to a face that has all of it. The main face is the one that
 * lacks the fewest clusters with letters or figures, the earlier one when two lack as many: one odd sign
 * doesn't change the face of a book, a language the first face can't spell does.
 * @param text
 *   Every character that will be printed.
 * @param candidates
 *   Faces, the wished-for first; at least one.
 * @param standing
 *   Characters that a style sheet may add: faces are found for them too, but they have no say in the main one,
 *   and none of them has to be covered.
 * @returns
 *   The faces in use and what nobody covers.
 */
export function assign<Name>(
  text: string,
  candidates: readonly [Candidate<Name>, ...Candidate<Name>[]],
  standing = "",
): Assignment<Name> {
  const clusters = clustersOf(text);
  const main = mainCandidate(clusters, candidates);
  const order = [main, ...candidates.filter((candidate) => candidate !== main)];
  const served = new Map<Name, Set<string>>([[main.name, new Set()]]);
  const uncovered = new Set<string>();

  for (const cluster of clusters) {
    if (serve(cluster, order, served)) continue;
    for (const character of missing(main.points, cluster)) uncovered.add(character);
  }
  for (const cluster of clustersOf(standing)) serve(cluster, order, served);
  return {
    served: [...served].map(([name, characters]) => ({ name, characters })),
    uncovered: [...uncovered],
  };
}

function serve<Name>(
  cluster: string,
  order: ReadonlyArray<Candidate<Name>>,
  served: Map<Name, Set<string>>,
): boolean {
  const sign = signs.test(cluster);
  const face = order.find(
    (candidate) => (sign || !candidate.signs) && covers(candidate.points, cluster),
  );
  if (face === undefined) return false;
  const characters = served.get(face.name) ?? new Set();
  served.set(face.name, characters);
  for (const character of usable(face.points, cluster)) characters.add(character);
  return true;
}

function mainCandidate<Name>(
  clusters: readonly string[],
  candidates: readonly [Candidate<Name>, ...Candidate<Name>[]],
): Candidate<Name> {
  const words = clusters.filter((cluster) => !signs.test(cluster));
  let best = candidates[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.signs || candidate.lends) continue;
    const lacks = words.filter((cluster) => !covers(candidate.points, cluster)).length;
    if (lacks < fewest) [best, fewest] = [candidate, lacks];
  }
  return best;
}
