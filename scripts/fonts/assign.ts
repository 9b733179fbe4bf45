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

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const joining = /[\p{M}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}\u1100-\u11ff]/u;
// White space, and the soft hyphens that half of all words have: nothing joins them, and neither is drawn.
const apart = /[\s\u00ad]+/gu;
// Format characters, controls and line separators are never drawn; every space is drawn from U+0020,
// and HarfBuzz sets a non-breaking hyphen from the plain one.
const undrawn = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const spaces = /\p{Zs}/gu;
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

/**
 * The different grapheme clusters of a text, as they are drawn.
 * @param text
 *   Any text.
 * @returns
 *   Clusters without what is never drawn, in order of first appearance.
 */
export function clustersOf(text: string): string[] {
  const known = recent.get(text);
  if (known) return known;
  const clusters = [...new Set([...cut(text)].map(drawn))];
  const [oldest] = recent.keys();
  if (recent.size >= most && oldest !== undefined) recent.delete(oldest);
  recent.set(text, clusters);
  return clusters;
}

/** Clusters of the last texts: each is asked about several times for every role. */
const recent = new Map<string, string[]>();
const most = 8;

function cut(text: string): Set<string> {
  const different = characters(text).replace(apart, "");
  if (!joining.test(different)) return new Set(different);
  const clusters = new Set<string>();
  // A cluster never holds a space, so each different word is cut up once; the segmenter, whose time grows with
  // the square of its text, sees only words with characters that may join others.
  for (const word of new Set(text.split(apart))) {
    const parts = joining.test(word)
      ? Array.from(segmenter.segment(word), (part) => part.segment)
      : word;
    for (const part of parts) clusters.add(part);
  }
  return clusters;
}

/** The different characters of a text, in order of first appearance: a hundred where the text has thousands. */
function characters(text: string): string {
  const seen = new Uint8Array(0x1_0000);
  let different = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (seen[unit] === 1) continue;
    // Half a character.
    if (unit >= 0xd8_00 && unit <= 0xdf_ff) return [...new Set(text)].join("");
    seen[unit] = 1;
    different += text[index];
  }
  return different;
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

function drawn(cluster: string): string {
  return cluster.replace(undrawn, "").replace(spaces, " ").replace("\u2011", "\u2010");
}

// HarfBuzz composes and decomposes as the font needs, so any spelling will do.
function usable(points: ReadonlySet<number>, cluster: string): string {
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

function missing(points: ReadonlySet<number>, text: string): string[] {
  return [...text].filter((character) => !points.has(point(character)));
}

function point(character: string): number {
  return character.codePointAt(0) as number;
}
